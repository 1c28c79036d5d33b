package nl.klimrek.eventing.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Outbox inside an aggregate's document. Creates the entries that a command's write adds, and passes them to the
 * relay afterwards. A command only pushes entries and the relay only pulls them by id, so neither overwrites the
 * other.
 */
public final class AggregateOutbox {

    /** Document field with the pending events, oldest first. */
    public static final String FIELD = "outbox";

    static final String LEASE = "relay";
    private static final String SEQUENCES = "seq";

    private final EventCatalogue catalogue;
    private final CloudEventWriter writer;
    private final OutboxQueue relay;
    private final Clock clock;
    private final OutboxSettings settings;

    /** An outbox whose streams are in their first epoch. */
    public AggregateOutbox(EventCatalogue catalogue, OutboxQueue relay, Clock clock, OutboxSettings settings) {
        this(catalogue, relay, clock, settings, 0);
    }

    /** @param epoch epoch of the streams, which a restore from a backup raises */
    public AggregateOutbox(
            EventCatalogue catalogue, OutboxQueue relay, Clock clock, OutboxSettings settings, long epoch) {
        this.catalogue = catalogue;
        this.writer = new CloudEventWriter(catalogue, clock, settings, epoch);
        this.relay = relay;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Creates the outbox entries for these events, and the fields that the write must set.
     *
     * @param subjectPrefix put before the aggregate's id in the subject of its events
     * @param before the document that the decision was based on; null if it does not exist yet
     * @throws OutboxFullException if too many events are pending
     */
    public Pending prepare(
            Key aggregate,
            String subjectPrefix,
            @Nullable Document before,
            String partition,
            MessageContext cause,
            List<Record> events) {
        Document waiting = before == null ? new Document() : before;
        int pendingCount = waiting.getList(FIELD, Document.class, List.of()).size();
        if (pendingCount + events.size() > settings.maxEventsPerDocument()
                || relay.unsent() > settings.maxUnsentEvents()) {
            throw new OutboxFullException(settings.retryAfterFailure().multipliedBy(4));
        }
        Document sequences = new Document(waiting.get(SEQUENCES, new Document()));
        Key key = Key.of(aggregate.organisation(), partition);
        Key subject = Key.of(aggregate.organisation(), subjectPrefix + aggregate.id());
        List<Document> entries = new ArrayList<>();
        for (Record event : events) {
            String source = catalogue.sourceOf(catalogue.topicOf(event.getClass()));
            String counter = subjectPrefix.isEmpty() ? source : source + "#" + subjectPrefix;
            long sequence = sequences.get(counter, (Number) 0L).longValue() + 1;
            sequences.put(counter, sequence);
            entries.add(writer.write(event, subject, key, sequence, cause).document());
        }
        Document fields = new Document(SEQUENCES, sequences);
        Instant until = clock.instant().plus(settings.lease());
        boolean claimed = OutboxDocument.claimable(waiting, settings.instance(), clock.instant(), until);
        if (claimed) {
            fields.append(LEASE, OutboxDocument.lease(settings.instance(), until));
        }
        return new Pending(entries, fields, claimed ? until : null);
    }

    /**
     * Submits the pending events to the relay after the write, or postpones them if another instance holds the
     * lease.
     */
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

    /**
     * Looks after events whose write failed without an answer: they may be stored. The relay claims the document, so
     * that they do not wait for a sweep.
     */
    public void outcomeUnknown(String collection, Key aggregate, Pending pending) {
        if (!pending.entries().isEmpty()) {
            relay.postpone(new OutboxRef(collection, aggregate.value()));
        }
    }

    /**
     * Waits a moment for room in a document whose outbox is full.
     *
     * @return false if waiting is of no use, because the broker does not take events now
     */
    public boolean awaitRoom(String collection, Key aggregate) {
        return relay.awaitRoom(new OutboxRef(collection, aggregate.value()));
    }

    /** The pending events of a document without their records, as {@link #prepare} needs them. */
    public static List<Document> withoutRecords(Document document) {
        return OutboxDocument.withoutRecords(document);
    }

    /**
     * The outbox part of a command's write.
     *
     * @param entries outbox entries to push
     * @param fields other fields to set
     * @param leasedUntil end of this instance's lease; null if another instance relays the document
     */
    public record Pending(
            List<Document> entries,
            Document fields,
            @Nullable Instant leasedUntil) {

        public static final Pending NONE = new Pending(List.of(), new Document(), null);
    }
}
