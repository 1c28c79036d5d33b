/** Access to Kafka for the relay, and client files for programs that are not services. */
package nl.klimrek.eventing.kafka;
