/** Access to Kafka for the relay, and client files for programs that are not services. */
@NullMarked
package nl.klimrek.eventing.kafka;

import org.jspecify.annotations.NullMarked;
