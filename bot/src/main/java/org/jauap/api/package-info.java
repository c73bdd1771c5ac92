/**
 * The HTTP API {@code /api/v1}: the other door for officials, for other systems to come in by. Same application code as
 * the console; tokens instead of sessions, problems instead of pages.
 */
@NullMarked
package org.jauap.api;

import org.jspecify.annotations.NullMarked;
