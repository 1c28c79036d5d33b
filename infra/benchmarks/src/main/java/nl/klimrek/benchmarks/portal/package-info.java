/** The cost of a portal page: time, bytes and requests to services. */
@NullMarked
package nl.klimrek.benchmarks.portal;

import org.jspecify.annotations.NullMarked;
