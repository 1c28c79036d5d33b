/**
 * Outbox of an aggregate's document, and the relay to its topic.
 *
 * <p>The relay sends the events of one document in order and waits for each acknowledgement; it relays many documents at
 * once. It deletes acknowledged events by their ids.
 *
 * <p>Order does not depend on the lease. A relay always starts at the oldest pending event and continues only after an
 * acknowledgement, so first arrivals are in order even when two relays send the same document. The lease only avoids
 * double work; readers drop duplicates by their sequence number.
 */
@NullMarked
package nl.klimrek.eventing.outbox;

import org.jspecify.annotations.NullMarked;
