/** Reads parked records where they lie: which dead letter a record is, and whose organisation it belongs to. */
@NullMarked
package nl.klimrek.journal.parked;

import org.jspecify.annotations.NullMarked;
