package nl.klimrek.eventing.outbox;

/**
 * Reference to a document with an outbox.
 *
 * @param collection its collection
 * @param id its document id
 */
public record OutboxRef(String collection, String id) {}
