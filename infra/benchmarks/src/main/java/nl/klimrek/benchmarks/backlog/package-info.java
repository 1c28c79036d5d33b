/** The cost of a broker outage: memory during it, and the drain of the backlog afterwards. */
package nl.klimrek.benchmarks.backlog;
