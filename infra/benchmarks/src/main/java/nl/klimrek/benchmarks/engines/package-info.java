/** The broker and the store in their own process, so that they share no heap with the measurement. */
package nl.klimrek.benchmarks.engines;
