/** The journal's cost of chaining, beside storing without a chain and hashing without a store. */
package nl.klimrek.benchmarks.journal;
