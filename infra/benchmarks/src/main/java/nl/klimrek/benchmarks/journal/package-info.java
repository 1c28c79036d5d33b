/** What chaining costs the journal, beside storing without a chain and hashing without a store. */
package nl.klimrek.benchmarks.journal;
