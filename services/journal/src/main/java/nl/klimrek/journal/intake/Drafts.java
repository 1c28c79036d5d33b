package nl.klimrek.journal.intake;

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
import nl.klimrek.journal.chain.Content;
import nl.klimrek.journal.chain.Draft;
import nl.klimrek.journal.chain.Step;
import nl.klimrek.journal.chain.TimelineKey;

/** Says what the journal keeps of what arrived. No event is refused: one of a type unknown here is kept like any other. */
final class Drafts {

    private final EventCatalogue catalogue;
    private final Clock clock;

    Drafts(EventCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Of an event. */
    Draft of(ReceivedEvent event) {
        EventMeta meta = event.meta();
        Step step = new Step(
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
        return new Draft(step, content(event), timelines(step, event));
    }

    /** Of a type that is unknown here nobody can say that it holds facts only. */
    private static Content content(ReceivedEvent event) {
        if (event.topic().equals(Topics.DIRECTORY)) {
            return DirectoryCommitment.of(event.bytes());
        }
        return event.data().isPresent() ? Content.of(event.bytes()) : Content.unknown(event.bytes());
    }

    /**
     * Of a tombstone on the directory topic, which carries a key and nothing else. An id that was erased is never given
     * out again, so there is one of these per id, however often it arrives.
     */
    Draft erased(Key key) {
        String id = key.id();
        Step step = new Step(
                Step.erasureId(id),
                Step.ERASED,
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
        return new Draft(step, Content.erasure(), timelines);
    }

    private static Set<TimelineKey> timelines(Step step, ReceivedEvent event) {
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
