/** Signed statements of where each chain ends, published outside the journal's own database. */
package nl.klimrek.journal.checkpoint;
