/** A real Kafka broker in this JVM and on disk, and a cluster of three in processes of their own for tests. */
package nl.klimrek.embedded.kafka;
