/** The broker and the store in their own process, so that they share no heap with the measurement. */
@NullMarked
package nl.klimrek.benchmarks.engines;

import org.jspecify.annotations.NullMarked;
