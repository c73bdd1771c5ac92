/**
 * Text as the classifier reads it: folded to one spelling, cut into words, turned into OpenNLP features. Training and serving
 * both come through here, so that they cannot drift apart.
 */
@NullMarked
package org.jauap.nlp.text;

import org.jspecify.annotations.NullMarked;
