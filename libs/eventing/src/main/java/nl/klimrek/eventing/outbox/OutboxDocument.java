package nl.klimrek.eventing.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads the outbox and the lease of a document. */
final class OutboxDocument {

    /** End of a lease that was given back. */
    static final Instant RELEASED = Instant.EPOCH;

    private static final String BY = "by";

    private OutboxDocument() {}

    static List<OutboxEvent> events(Document document) {
        return pending(document).stream().map(OutboxEvent::of).toList();
    }

    static Document lease(String instance, Instant until) {
        return new Document("owner", instance).append("until", Date.from(until));
    }

    /**
     * Whether this instance may relay the document. It may if nothing is pending, the lease is free, expired or its
     * own, or it wrote the oldest pending event. A lease beyond {@code until} comes from a wrong clock and counts
     * as expired.
     */
    static boolean claimable(Document document, String instance, Instant now, Instant until) {
        List<Document> pending = pending(document);
        Document lease = document.get(AggregateOutbox.LEASE, Document.class);
        return pending.isEmpty()
                || lease == null
                || instance.equals(lease.getString("owner"))
                || lease.getDate("until").toInstant().isBefore(now)
                || lease.getDate("until").toInstant().isAfter(until)
                || instance.equals(pending.get(0).getString(BY));
    }

    /** Time of the oldest pending event that is not before {@code since}; {@link Instant#MAX} if there is none. */
    static Instant oldest(Document document, @Nullable Instant since) {
        return pending(document).stream()
                .map(entry -> entry.getDate("time").toInstant())
                .filter(time -> since == null || !time.isBefore(since))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    static List<Document> withoutRecords(Document document) {
        return pending(document).stream()
                .map(entry -> new Document(BY, entry.getString(BY)))
                .toList();
    }

    private static List<Document> pending(Document document) {
        return document.getList(AggregateOutbox.FIELD, Document.class, List.of());
    }
}
