/** A Kafka broker and a MongoDB-speaking store for tests: embedded always, in containers where a Docker engine answers. */
@NullMarked
package nl.klimrek.testkit.backend;

import org.jspecify.annotations.NullMarked;
