/**
 * Figures over periods: how many, how fast, how well. Sums of the counters that the scripts keep a day and an agency.
 */
@NullMarked
package org.jauap.statistics;

import org.jspecify.annotations.NullMarked;
