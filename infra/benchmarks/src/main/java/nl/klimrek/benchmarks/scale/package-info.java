/** The cost of a command with few documents and with many. */
package nl.klimrek.benchmarks.scale;
