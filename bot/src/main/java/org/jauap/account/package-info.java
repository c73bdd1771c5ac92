/**
 * The officials who sign in: their roles and agencies, and the tokens other systems use in their stead.
 */
@NullMarked
package org.jauap.account;

import org.jspecify.annotations.NullMarked;
