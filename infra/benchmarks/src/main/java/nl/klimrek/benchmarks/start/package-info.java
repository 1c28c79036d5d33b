/** Start time and memory of the whole platform. */
@NullMarked
package nl.klimrek.benchmarks.start;

import org.jspecify.annotations.NullMarked;
