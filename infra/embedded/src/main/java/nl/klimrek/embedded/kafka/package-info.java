/** A real Kafka broker in this JVM and on disk, and a cluster of three in processes of their own for tests. */
@NullMarked
package nl.klimrek.embedded.kafka;

import org.jspecify.annotations.NullMarked;
