/** Signed checkpoints of the journal. */
@NullMarked
package nl.klimrek.contracts.journal;

import org.jspecify.annotations.NullMarked;
