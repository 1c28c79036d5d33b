package nl.klimrek.eventing.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.OutboxFullException;
import org.bson.Document;

/**
 * The outbox inside an aggregate's document: makes the entries that a command's write adds, and hands what was written
 * to the relay. Entries are only ever added by a command's {@code $push} and removed by their ids, so neither undoes the
 * other.
 */
public final class AggregateOutbox {

    /** Field of the document that holds the waiting events, oldest first. */
    public static final String FIELD = "outbox";

    static final String LEASE = "relay";
    private static final String SEQUENCES = "seq";

    private final EventCatalogue catalogue;
    private final CloudEventWriter writer;
    private final Relay relay;
    private final Clock clock;
    private final OutboxSettings settings;

    public AggregateOutbox(EventCatalogue catalogue, Relay relay, Clock clock, OutboxSettings settings) {
        this.catalogue = catalogue;
        this.writer = new CloudEventWriter(catalogue, clock, settings);
        this.relay = relay;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What a write must add so that these facts are published.
     *
     * @param before the document the decision was taken on; null when there is none yet
     * @throws OutboxFullException when too many events wait already
     */
    public Pending prepare(
            Key aggregate, Document before, String partition, MessageContext cause, List<Record> events) {
        Document waiting = before == null ? new Document() : before;
        int pendingCount = waiting.getList(FIELD, Document.class, List.of()).size();
        if (pendingCount + events.size() > settings.maxEventsPerDocument()
                || relay.unsent() > settings.maxUnsentEvents()) {
            throw new OutboxFullException(settings.retryAfterFailure().multipliedBy(4));
        }
        Document sequences = new Document(waiting.get(SEQUENCES, new Document()));
        Key key = Key.of(aggregate.organisation(), partition);
        List<Document> entries = new ArrayList<>();
        for (Record event : events) {
            String counter = catalogue.sourceOf(catalogue.topicOf(event.getClass()));
            long sequence = ((Number) sequences.get(counter, (Number) 0L)).longValue() + 1;
            sequences.put(counter, sequence);
            entries.add(writer.write(event, aggregate, key, sequence, cause).document());
        }
        Document fields = new Document(SEQUENCES, sequences);
        Instant until = clock.instant().plus(settings.lease());
        boolean claimed = OutboxDocument.claimable(waiting, settings.instance(), clock.instant(), until);
        if (claimed) {
            fields.append(LEASE, OutboxDocument.lease(settings.instance(), until));
        }
        return new Pending(entries, fields, claimed ? until : null);
    }

    /** After the write: relays what waits, or leaves it until the instance that holds the lease is done. */
    public void written(String collection, Key aggregate, Pending pending, Document after) {
        if (pending.entries().isEmpty()) {
            return;
        }
        OutboxRef ref = new OutboxRef(collection, aggregate.value());
        if (pending.leasedUntil() == null) {
            relay.postpone(ref);
        } else {
            relay.submit(ref, OutboxDocument.events(after), pending.entries().size(), pending.leasedUntil());
        }
    }

    /** What waits in a document, as {@link #prepare} has to know it: how much, and whose the oldest is. */
    public static List<Document> withoutRecords(Document document) {
        return OutboxDocument.withoutRecords(document);
    }

    /**
     * What a command's write adds to its document.
     *
     * @param entries outbox entries to push
     * @param fields other fields to set
     * @param leasedUntil until when the document is this instance's to relay; null when it is another's
     */
    public record Pending(List<Document> entries, Document fields, Instant leasedUntil) {

        /** Nothing to publish. */
        public static final Pending NONE = new Pending(List.of(), new Document(), null);
    }
}
