/** From the topics into the chain: what is kept of an event, in which order, and what is counted on the way. */
package nl.klimrek.journal.ingest;
