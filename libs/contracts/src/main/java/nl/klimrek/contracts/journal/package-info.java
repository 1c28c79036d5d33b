/** Signed checkpoints of the journal. */
package nl.klimrek.contracts.journal;
