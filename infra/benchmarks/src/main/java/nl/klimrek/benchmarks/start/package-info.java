/** How long the whole platform takes to start, and how much memory it then has. */
package nl.klimrek.benchmarks.start;
