/** What a page of the portal costs: time, bytes and requests to services. */
package nl.klimrek.benchmarks.portal;
