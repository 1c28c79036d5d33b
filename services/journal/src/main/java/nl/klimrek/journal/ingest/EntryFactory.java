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
import nl.klimrek.eventing.inbox.ReceivedEvent;
import nl.klimrek.journal.chain.EntryContent;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.RecordedEvent;
import nl.klimrek.journal.chain.TimelineKey;

/** Says what the journal keeps of what arrived. No event is refused: one of a type unknown here is kept like any other. */
final class EntryFactory {

    private final EventCatalogue catalogue;
    private final Clock clock;

    EntryFactory(EventCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Of an event. */
    NewEntry of(ReceivedEvent event) {
        EventMeta meta = event.meta();
        RecordedEvent step = new RecordedEvent(
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
                meta.partitionKey());
        return new NewEntry(step, content(event), timelines(step, event));
    }

    /** Of a type that is unknown here nobody can say that it holds facts only. */
    private static EntryContent content(ReceivedEvent event) {
        if (event.topic().equals(Topics.DIRECTORY)) {
            return DirectoryCommitment.of(event.bytes());
        }
        return event.data().isPresent() ? EntryContent.of(event.bytes()) : EntryContent.unknown(event.bytes());
    }

    /**
     * Of a tombstone on the directory topic, which carries a key and nothing else. An id that was erased is never given
     * out again, so there is one of these per id, however often it arrives.
     */
    NewEntry erased(Key key) {
        String id = key.id();
        RecordedEvent step = new RecordedEvent(
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
        return new NewEntry(step, EntryContent.erasure(), timelines);
    }

    private static Set<TimelineKey> timelines(RecordedEvent step, ReceivedEvent event) {
        Set<TimelineKey> timelines = new LinkedHashSet<>();
        timelines.add(new TimelineKey(TimelineKey.Kind.SUBJECT, step.subject()));
        timelines.add(new TimelineKey(TimelineKey.Kind.PERSON, step.person()));
        if (step.correlation() != null) {
            timelines.add(new TimelineKey(TimelineKey.Kind.CORRELATION, step.correlation()));
        }
        if (event.data().orElse(null) instanceof Disclosed look && look.person() != null) {
            timelines.add(new TimelineKey(TimelineKey.Kind.LOOKS, look.person()));
        }
        return timelines;
    }
}
