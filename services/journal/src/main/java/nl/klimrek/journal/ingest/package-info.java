/** Reads the topics into the chain: what the journal keeps of each event, and in which order. */
@NullMarked
package nl.klimrek.journal.ingest;

import org.jspecify.annotations.NullMarked;
