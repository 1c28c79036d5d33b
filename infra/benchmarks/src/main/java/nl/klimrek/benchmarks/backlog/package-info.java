/** The cost of a broker outage: memory during it, and the drain of the backlog afterwards. */
@NullMarked
package nl.klimrek.benchmarks.backlog;

import org.jspecify.annotations.NullMarked;
