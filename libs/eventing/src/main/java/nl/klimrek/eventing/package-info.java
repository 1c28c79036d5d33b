/**
 * Commands, events and their guarantees. An aggregate store keeps each aggregate and its outbox in one document, a relay
 * sends the outbox to Kafka, and an inbox applies each event once.
 *
 * <ul>
 * <li>A command and its events are stored in one write before the caller gets an answer. Events stay in the document
 *     until the broker acknowledges them.</li>
 * <li>Events of one aggregate arrive on their topic in order, at least once: duplicates are possible, gaps are not.</li>
 * <li>An effect and its marker are stored in one write, so a duplicate has no second effect.</li>
 * </ul>
 */
@NullMarked
package nl.klimrek.eventing;

import org.jspecify.annotations.NullMarked;
