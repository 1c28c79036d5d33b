/** What a command costs when there are few documents, and when there are many. */
package nl.klimrek.benchmarks.scale;
