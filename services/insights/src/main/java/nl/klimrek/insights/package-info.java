/** Figures about groups, counted from events alone. No text comes here, and no figure is about fewer people than the minimum. */
@NullMarked
package nl.klimrek.insights;

import org.jspecify.annotations.NullMarked;
