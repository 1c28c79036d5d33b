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

/** How far each stream has come: as this instance remembers, and as the entries say of all others. */
final class StreamSequences {

    private final EntryRepository entries;
    private final StreamHeadCache tips = new StreamHeadCache();

    StreamSequences(EntryRepository entries) {
        this.entries = entries;
    }

    /**
     * The highest number of each stream that these are in; a stream of which there is nothing is left out.
     *
     * @param head whose entries are all settled
     */
    Map<String, Long> highest(ChainHead head, Collection<NewEntry> drafts) {
        Map<String, String> subjects = new HashMap<>();
        drafts.stream()
                .map(NewEntry::step)
                .filter(RecordedEvent::counted)
                .forEach(step -> subjects.put(step.stream(), step.subject()));
        tips.behind(head)
                .ifPresent(position -> tips.learned(
                        position,
                        head,
                        entries.highest(head.organisation(), LongStream.rangeClosed(position + 1, head.position()))));
        Map<String, Long> highest = tips.at(head, subjects.keySet());
        subjects.keySet().removeAll(highest.keySet());
        if (!subjects.isEmpty()) {
            Map<String, Long> found = entries.highest(timelines(head.organisation(), subjects.values()));
            found.keySet().retainAll(subjects.keySet());
            highest.putAll(found);
        }
        return highest;
    }

    /** This instance has moved the head of an organisation by this much. */
    void moved(ChainHead.Extension extension) {
        tips.moved(extension.head(), extension.highest());
    }

    private static List<String> timelines(Organisation organisation, Collection<String> subjects) {
        return subjects.stream()
                .distinct()
                .map(subject ->
                        DocumentNames.timeline(organisation, new TimelineKey(TimelineKey.Kind.SUBJECT, subject)))
                .toList();
    }
}
