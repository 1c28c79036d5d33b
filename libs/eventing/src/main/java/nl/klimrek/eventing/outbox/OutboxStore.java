package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Port to the documents with outboxes. */
public interface OutboxStore {

    /**
     * Leases a document to this instance if it is {@linkplain OutboxDocument#claimable claimable}.
     *
     * @return the pending events, oldest first; empty if there are none or another instance holds the lease
     */
    Claim claim(OutboxRef ref, String instance, Instant now, Instant until);

    /** {@link #claim} for several documents, each on its own. */
    default Map<OutboxRef, Claim> claimAll(List<OutboxRef> refs, String instance, Instant now, Instant until) {
        Map<OutboxRef, Claim> claims = new LinkedHashMap<>();
        refs.forEach(ref -> claims.put(ref, claim(ref, instance, now, until)));
        return claims;
    }

    /** Gives back this instance's leases of these documents, so that the next sweep of any instance finds them. */
    void release(List<OutboxRef> refs, String instance);

    /** Removes exactly these events, by document and id. */
    void remove(Map<OutboxRef, List<String>> acknowledged);

    /**
     * Finds documents with a pending event older than {@code before}, or newer than {@code after}, or whose lease was given
     * back. An event from the future comes from a wrong clock and must not wait until that time.
     *
     * @param since excludes older events, those from the future, and leases given back; null excludes nothing
     * @return the longest-waiting documents first, as far as the store keeps an order
     */
    List<PendingDocument> findPending(@Nullable Instant since, Instant before, Instant after, int limit);

    /**
     * A document with pending events.
     *
     * @param since time of the oldest event that matched
     */
    record PendingDocument(OutboxRef ref, Instant since) {}

    /**
     * Result of a claim.
     *
     * @param events pending events, oldest first
     * @param heldElsewhere whether another instance holds the lease
     */
    record Claim(List<OutboxEvent> events, boolean heldElsewhere) {}
}
