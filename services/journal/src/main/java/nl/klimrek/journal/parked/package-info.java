/** Reads parked records where they lie: which dead letter a record is, and whose organisation it belongs to. */
package nl.klimrek.journal.parked;
