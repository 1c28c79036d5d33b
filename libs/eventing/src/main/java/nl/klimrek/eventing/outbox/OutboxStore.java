package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the relay needs of a store of documents with outboxes. */
public interface OutboxStore {

    /**
     * Takes the lease of a document, when it is free, expired, already ours, or when its oldest waiting event is ours. A
     * lease that ends later than {@code until} was given under a clock that was wrong, and counts as expired.
     *
     * @return the events that wait, oldest first; empty when there are none or another instance is at work on them
     */
    Claim claim(OutboxRef ref, String instance, Instant now, Instant until);

    /** {@link #take} of several documents, each on its own. */
    default Map<OutboxRef, Claim> claimAll(List<OutboxRef> refs, String instance, Instant now, Instant until) {
        Map<OutboxRef, Claim> claims = new LinkedHashMap<>();
        refs.forEach(ref -> claims.put(ref, claim(ref, instance, now, until)));
        return claims;
    }

    /** Removes exactly these events, by document and id; the rest of each outbox stays as it is. */
    void remove(Map<OutboxRef, List<String>> acknowledged);

    /**
     * Documents with a waiting event that became a fact before {@code before}, or after {@code after}: what seems to come
     * from the future was written under a clock that was wrong, and must not wait for the world to catch up.
     *
     * @param since leaves out what became a fact before, and what seems to come from the future; null leaves out nothing
     * @return as far as the store keeps an order, those that have been waiting for longest
     */
    List<PendingDocument> findPending(Instant since, Instant before, Instant after, int limit);

    /**
     * A document with waiting events.
     *
     * @param since when the oldest of those that were looked for became a fact
     */
    record PendingDocument(OutboxRef ref, Instant since) {}

    /**
     * What taking a document gave.
     *
     * @param events the events that wait, oldest first
     * @param elsewhere whether another instance holds the lease
     */
    record Claim(List<OutboxEvent> events, boolean heldElsewhere) {}
}
