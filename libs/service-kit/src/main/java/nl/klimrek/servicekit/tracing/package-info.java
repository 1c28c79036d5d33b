/** Correlation and trace of a request. */
package nl.klimrek.servicekit.tracing;
