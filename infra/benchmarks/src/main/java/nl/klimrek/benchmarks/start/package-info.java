/** Start time and memory of the whole platform. */
package nl.klimrek.benchmarks.start;
