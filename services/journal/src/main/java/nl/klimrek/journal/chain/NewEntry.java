package nl.klimrek.journal.chain;

import java.util.Objects;
import java.util.Set;

/**
 * A step that arrived and has no place in the chain yet.
 *
 * @param step what happened
 * @param content what is kept of its data
 * @param timelines the timelines it belongs to; always that of its subject, where its stream is looked for
 */
public record NewEntry(RecordedEvent step, EntryContent content, Set<TimelineKey> timelines) {

    public NewEntry {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(content, "content");
        timelines = Set.copyOf(timelines);
        if (!timelines.contains(new TimelineKey(TimelineKey.Kind.SUBJECT, step.subject()))) {
            throw new IllegalArgumentException("a step is on the timeline of its subject");
        }
    }

    /** What makes it one and the same event, however often it arrives: CloudEvents 1.0, source and id. */
    public String identity() {
        return step.source() + "#" + step.id();
    }
}
