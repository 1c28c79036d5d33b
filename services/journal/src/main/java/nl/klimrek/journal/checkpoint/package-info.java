/** Signed checkpoints of each chain, published outside the journal's own database. */
@NullMarked
package nl.klimrek.journal.checkpoint;

import org.jspecify.annotations.NullMarked;
