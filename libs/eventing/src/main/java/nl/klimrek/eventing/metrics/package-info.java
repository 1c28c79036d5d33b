/** Meters of the outbox and the inbox. */
package nl.klimrek.eventing.metrics;
