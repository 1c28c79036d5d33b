/** The cost of a portal page: time, bytes and requests to services. */
package nl.klimrek.benchmarks.portal;
