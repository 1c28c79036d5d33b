package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** OutboxStore in simulated documents, by the same rules as the real ones. */
public final class SimulatedOutboxStore implements OutboxStore {

    /** The only collection with outboxes. */
    public static final String COLLECTION = "counters";

    /** More than a run has events of one aggregate. */
    public static final long NUMBERS_PER_EPOCH = 1_000_000;

    private final Documents documents;

    public SimulatedOutboxStore(Documents documents) {
        this.documents = documents;
    }

    /** The epoch and sequence of an event that waits in a document, as one number. */
    public static long sequence(Document entry) {
        return sequence(OutboxEvent.of(entry));
    }

    /** The epoch and sequence of an event as one number, so that a later event has a higher one. */
    public static long sequence(OutboxEvent event) {
        Map<String, String> headers = event.record().headers();
        return NUMBERS_PER_EPOCH * Long.parseLong(headers.getOrDefault("ce_epoch", "0"))
                + Long.parseLong(headers.get("ce_sequence"));
    }

    @Override
    public Claim claim(OutboxRef ref, String instance, Instant now, Instant until) {
        Document document = documents.find(ref);
        if (document == null || OutboxDocument.events(document).isEmpty()) {
            return new Claim(List.of(), false);
        }
        if (!OutboxDocument.claimable(document, instance, now, until)) {
            return new Claim(List.of(), true);
        }
        documents.lease(ref, AggregateOutbox.LEASE, OutboxDocument.lease(instance, until));
        return new Claim(OutboxDocument.events(document), false);
    }

    @Override
    public void release(List<OutboxRef> refs, String instance) {
        refs.forEach(ref ->
                documents.lease(ref, AggregateOutbox.LEASE, OutboxDocument.lease(instance, OutboxDocument.RELEASED)));
    }

    /** Not atomic over documents: a fault in the middle leaves some done and some not. */
    @Override
    public void remove(Map<OutboxRef, List<String>> acknowledged) {
        acknowledged.forEach(documents::pull);
    }

    @Override
    public List<PendingDocument> findPending(Instant since, Instant before, Instant after, int limit) {
        return documents.findPending(since, before, after).stream()
                .map(document -> new PendingDocument(
                        new OutboxRef(COLLECTION, document.getString("_id")), OutboxDocument.oldest(document, since)))
                .sorted(Comparator.comparing(PendingDocument::since))
                .limit(limit)
                .toList();
    }

    /** Documents as one process reaches them; each call can fail, or others come in between. */
    public interface Documents {

        Document find(OutboxRef ref);

        void lease(OutboxRef ref, String field, Document lease);

        /** Removes outbox entries by their ids. */
        void pull(OutboxRef ref, List<String> events);

        /** Documents of {@link #COLLECTION}. */
        List<Document> findPending(Instant since, Instant before, Instant after);
    }
}
