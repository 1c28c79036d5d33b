/** Pots and their double-entry ledger. The rule stands in PotBalance and Amount: no pot goes below zero. */
@NullMarked
package nl.klimrek.learningbudgets.pot;

import org.jspecify.annotations.NullMarked;
