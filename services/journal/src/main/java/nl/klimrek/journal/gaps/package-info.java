/** What the journal misses, shown to HR and auditors and to whoever watches the meters. */
package nl.klimrek.journal.gaps;
