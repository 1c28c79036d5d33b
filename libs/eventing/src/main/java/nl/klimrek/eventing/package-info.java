/**
 * How facts cross: an aggregate store with its outbox inside the aggregate's own document, a relay to Kafka, and an
 * inbox that lets each fact have its effect once.
 *
 * <p>Guarantees, and their price:
 * <ul>
 * <li>What a command was answered for is stored together with its events in one write. It costs one round trip, and
 *     events wait inside the document until the broker has acknowledged them.</li>
 * <li>Events of one aggregate reach their topic in order, each at least once. A second arrival is possible, a gap or an
 *     overtaking is not.</li>
 * <li>An effect and the marker of what caused it are one write, so a second arrival has no second effect.</li>
 * </ul>
 */
package nl.klimrek.eventing;
