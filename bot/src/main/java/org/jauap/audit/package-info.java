/**
 * The trail of who looked at what or changed whose right; names, ids and times only, so that it may outlive the texts.
 */
@NullMarked
package org.jauap.audit;

import org.jspecify.annotations.NullMarked;
