/**
 * A real Kafka broker and a store that speaks MongoDB's wire protocol, both in this JVM and on disk,
 * for a machine that has neither. Knows nothing of Spring or of the platform. What can go wrong at a
 * start in a way that a person can mend is a {@link nl.klimrek.embedded.EmbeddedStartException}.
 */
package nl.klimrek.embedded;
