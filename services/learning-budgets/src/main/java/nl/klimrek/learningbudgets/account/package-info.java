/** A person's budget account: pots, ledger and requests in one aggregate, so that checking and reserving are one step. */
package nl.klimrek.learningbudgets.account;
