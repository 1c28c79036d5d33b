/** The journal's cost of chaining, beside storing without a chain and hashing without a store. */
@NullMarked
package nl.klimrek.benchmarks.journal;

import org.jspecify.annotations.NullMarked;
