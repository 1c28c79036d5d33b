/** Correlation and trace of a request. */
@NullMarked
package nl.klimrek.servicekit.tracing;

import org.jspecify.annotations.NullMarked;
