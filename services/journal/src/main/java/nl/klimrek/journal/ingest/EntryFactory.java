package nl.klimrek.journal.ingest;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.klimrek.contracts.Disclosed;
import nl.klimrek.contracts.Topics;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.RecordedEvent;
import nl.klimrek.journal.chain.TimelineKey;

/** Builds the entry of each event and tombstone. No event is refused; one of an unknown type gets a digest. */
final class EntryFactory {

    private final EventCatalogue catalogue;
    private final Clock clock;

    EntryFactory(EventCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The entry of an event. */
    NewEntry entryOf(ReceivedEvent event) {
        EventMeta meta = event.meta();
        RecordedEvent recorded = new RecordedEvent(
                meta.id(),
                meta.type(),
                meta.source(),
                event.topic(),
                meta.subject(),
                meta.sequence(),
                meta.time(),
                meta.actor(),
                meta.correlationId(),
                meta.causationId(),
                meta.partitionKey(),
                meta.epoch());
        return new NewEntry(recorded, content(event), timelines(recorded, event));
    }

    /** Data of an unknown type may contain words, so only its digest is kept. */
    private static EntryContent content(ReceivedEvent event) {
        if (event.topic().equals(Topics.DIRECTORY)) {
            return DirectoryCommitment.of(event.bytes());
        }
        return event.data().isPresent() ? EntryContent.of(event.bytes()) : EntryContent.ofUnknownType(event.bytes());
    }

    /**
     * The entry of a tombstone on the directory topic. An erased id is never assigned again, so there is one entry per id,
     * however often the tombstone arrives.
     */
    NewEntry erasureOf(Key key) {
        String id = key.id();
        RecordedEvent recorded = new RecordedEvent(
                RecordedEvent.erasureId(id),
                RecordedEvent.ERASED,
                catalogue.sourceOf(Topics.DIRECTORY),
                Topics.DIRECTORY,
                id,
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                null,
                id);
        Set<TimelineKey> timelines =
                Set.of(new TimelineKey(TimelineKey.Kind.SUBJECT, id), new TimelineKey(TimelineKey.Kind.PERSON, id));
        return new NewEntry(recorded, EntryContent.erasure(), timelines);
    }

    private static Set<TimelineKey> timelines(RecordedEvent recorded, ReceivedEvent event) {
        Set<TimelineKey> timelines = new LinkedHashSet<>();
        timelines.add(new TimelineKey(TimelineKey.Kind.SUBJECT, recorded.subject()));
        timelines.add(new TimelineKey(TimelineKey.Kind.PERSON, recorded.person()));
        if (recorded.correlation() != null) {
            timelines.add(new TimelineKey(TimelineKey.Kind.CORRELATION, recorded.correlation()));
        }
        if (event.data().orElse(null) instanceof Disclosed access && access.person() != null) {
            timelines.add(new TimelineKey(TimelineKey.Kind.ACCESS_LOG, access.person()));
        }
        return timelines;
    }
}
