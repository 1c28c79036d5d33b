/** Listening to topics in order: event handlers, retries of transient failures, and parking of permanent ones. */
@NullMarked
package nl.klimrek.eventing.inbox;

import org.jspecify.annotations.NullMarked;
