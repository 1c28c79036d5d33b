package nl.klimrek.eventing.outbox;

/**
 * A document with an outbox.
 *
 * @param collection its collection
 * @param id its document id
 */
public record OutboxRef(String collection, String id) {}
