/**
 * Embedded servers for a machine without Kafka and MongoDB: what broker and store share. Knows neither Spring nor the
 * platform. Problems that the user can fix are {@link nl.klimrek.embedded.EmbeddedStartException}s.
 */
@NullMarked
package nl.klimrek.embedded;

import org.jspecify.annotations.NullMarked;
