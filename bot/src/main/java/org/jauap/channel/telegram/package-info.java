/**
 * Telegram as a {@link org.jauap.channel.Channel}: long polling or a webhook in, the Bot API out. Nobody outside needs to
 * know it is there; what a Bot API server says or fails to say ends here.
 *
 * @see <a href="https://core.telegram.org/bots/api">Bot API</a>
 */
@NullMarked
package org.jauap.channel.telegram;

import org.jspecify.annotations.NullMarked;
