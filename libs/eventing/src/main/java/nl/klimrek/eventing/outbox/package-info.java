/**
 * From an aggregate's document to its topic.
 *
 * <p>The relay sends the events of one document one after another, the next only after the broker acknowledged the one
 * before; many documents are under way at the same time. What was acknowledged is then removed by its ids.
 *
 * <p>Order does not hang on the lease: whoever sends holds an unbroken run of a document's events from its oldest one
 * on, and goes on only after an acknowledgement, so the first arrival of each event is in order even when two relays
 * send the same document. The lease keeps two from doing the same work; what is sent twice is dropped by its sequence.
 */
package nl.klimrek.eventing.outbox;
