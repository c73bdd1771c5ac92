/**
 * The web chat: a channel of the gateway's own, for whoever has no messenger and for trying everything out.
 */
@NullMarked
package org.jauap.channel.webchat;

import org.jspecify.annotations.NullMarked;
