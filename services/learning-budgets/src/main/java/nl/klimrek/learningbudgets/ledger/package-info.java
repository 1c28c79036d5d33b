/** What an account's owner, manager and HR read of it: pots, entries, and why a pot holds what it holds at any date. */
@NullMarked
package nl.klimrek.learningbudgets.ledger;

import org.jspecify.annotations.NullMarked;
