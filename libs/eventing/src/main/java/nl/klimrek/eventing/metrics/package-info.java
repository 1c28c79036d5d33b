/** Meters of the outbox and the inbox. */
@NullMarked
package nl.klimrek.eventing.metrics;

import org.jspecify.annotations.NullMarked;
