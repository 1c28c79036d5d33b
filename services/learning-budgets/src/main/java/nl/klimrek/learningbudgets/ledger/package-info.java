/** Double entry: every change of a pot moves an amount from one ledger account to another, for good. */
package nl.klimrek.learningbudgets.ledger;
