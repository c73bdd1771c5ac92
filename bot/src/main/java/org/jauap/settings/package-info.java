/**
 * Where this deployment keeps its configuration and data, checked once at the start.
 */
@NullMarked
package org.jauap.settings;

import org.jspecify.annotations.NullMarked;
