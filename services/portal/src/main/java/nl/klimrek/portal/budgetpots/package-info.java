/** One pot, explained line by line at any date, and the pots with a shortfall about which HR decides. */
@NullMarked
package nl.klimrek.portal.budgetpots;

import org.jspecify.annotations.NullMarked;
