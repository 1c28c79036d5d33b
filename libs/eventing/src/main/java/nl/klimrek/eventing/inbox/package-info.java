/** Strict reading of topics in order, retries of transient failures, and dead letters for permanent ones. */
@NullMarked
package nl.klimrek.eventing.inbox;

import org.jspecify.annotations.NullMarked;
