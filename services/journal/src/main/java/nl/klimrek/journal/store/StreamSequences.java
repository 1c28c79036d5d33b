package nl.klimrek.journal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.NewEntry;
import nl.klimrek.journal.chain.RecordedEvent;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.store.entry.DocumentNames;
import nl.klimrek.journal.store.entry.EntryRepository;

/** Finds the highest sequence number of each stream, in this instance's cache or in the entries. */
final class StreamSequences {

    private final EntryRepository entries;
    private final StreamHeadCache cache = new StreamHeadCache();

    StreamSequences(EntryRepository entries) {
        this.entries = entries;
    }

    /**
     * The highest number of each stream of these entries; a stream without entries in the chain is absent.
     *
     * @param head a head with settled entries
     */
    Map<String, Long> highest(ChainHead head, Collection<NewEntry> newEntries) {
        Map<String, String> subjects = new HashMap<>();
        newEntries.stream()
                .map(NewEntry::event)
                .filter(RecordedEvent::hasSequence)
                .forEach(step -> subjects.put(step.stream(), step.subject()));
        cache.positionBefore(head)
                .ifPresent(position -> cache.learn(
                        position,
                        head,
                        entries.highest(head.organisation(), LongStream.rangeClosed(position + 1, head.position()))));
        Map<String, Long> highest = cache.find(head, subjects.keySet());
        subjects.keySet().removeAll(highest.keySet());
        if (!subjects.isEmpty()) {
            Map<String, Long> found = entries.highest(timelines(head.organisation(), subjects.values()));
            found.keySet().retainAll(subjects.keySet());
            highest.putAll(found);
        }
        return highest;
    }

    /** Records an append of this instance. */
    void appended(ChainHead.Extension extension) {
        cache.record(extension.head(), extension.highest());
    }

    private static List<String> timelines(Organisation organisation, Collection<String> subjects) {
        return subjects.stream()
                .distinct()
                .map(subject ->
                        DocumentNames.timeline(organisation, new TimelineKey(TimelineKey.Kind.SUBJECT, subject)))
                .toList();
    }
}
