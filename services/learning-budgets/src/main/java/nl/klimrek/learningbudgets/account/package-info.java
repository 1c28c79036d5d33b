/** A person's budget account: pots, ledger and requests in one aggregate, so that checking and reserving are one step. */
@NullMarked
package nl.klimrek.learningbudgets.account;

import org.jspecify.annotations.NullMarked;
