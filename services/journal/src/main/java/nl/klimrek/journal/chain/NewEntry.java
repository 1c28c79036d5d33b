package nl.klimrek.journal.chain;

import java.util.Objects;
import java.util.Set;

/**
 * An entry that has no position in the chain yet.
 *
 * @param event the event
 * @param content the kept part of its data
 * @param timelines the timelines of the entry, always with that of its subject, by which its stream is found
 */
public record NewEntry(RecordedEvent event, EntryContent content, Set<TimelineKey> timelines) {

    public NewEntry {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(content, "content");
        timelines = Set.copyOf(timelines);
        if (!timelines.contains(new TimelineKey(TimelineKey.Kind.SUBJECT, event.subject()))) {
            throw new IllegalArgumentException("an entry is on the timeline of its subject");
        }
    }

    /** As {@link RecordedEvent#identity()}. */
    public String identity() {
        return event.identity();
    }
}
