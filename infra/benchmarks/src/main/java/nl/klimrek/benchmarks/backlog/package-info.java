/** What a broker outage costs: memory while it lasts, and how fast its backlog drains afterwards. */
package nl.klimrek.benchmarks.backlog;
