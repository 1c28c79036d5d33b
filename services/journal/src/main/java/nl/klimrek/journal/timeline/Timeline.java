package nl.klimrek.journal.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.Entry;
import nl.klimrek.journal.chain.Head;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.servicekit.web.Page;
import org.springframework.stereotype.Component;

/** Reads timelines, oldest entry first. */
@Component
final class Timeline {

    private static final int READ_AT_ONCE = 200;
    private static final int NEWEST = 20;

    private final JournalStore journal;

    Timeline(JournalStore journal) {
        this.journal = journal;
    }

    /**
     * The next entries that may be seen.
     *
     * @param after position of the last entry already seen; 0 for none
     * @param visible which entries may be seen; the others are passed over
     */
    Page<Entry> page(Organisation organisation, TimelineKey key, long after, int limit, Predicate<Entry> visible) {
        Head head = journal.head(organisation);
        List<Entry> seen = new ArrayList<>();
        long from = after;
        while (true) {
            List<Long> positions = journal.positions(head, key, from, READ_AT_ONCE);
            for (Entry entry : entries(organisation, positions)) {
                if (visible.test(entry)) {
                    if (seen.size() == limit) {
                        return new Page<>(seen, Long.toString(seen.get(limit - 1).position()));
                    }
                    seen.add(entry);
                }
            }
            if (positions.size() < READ_AT_ONCE) {
                return new Page<>(seen, null);
            }
            from = positions.get(positions.size() - 1);
        }
    }

    /** Who a subject's newest entry that names anybody names. */
    Optional<Parties> newestParties(Organisation organisation, String subject) {
        TimelineKey key = new TimelineKey(TimelineKey.Kind.SUBJECT, subject);
        List<Long> positions = journal.positions(journal.head(organisation), key, 0, Integer.MAX_VALUE);
        List<Entry> newest = entries(organisation, positions.subList(Math.max(0, positions.size() - NEWEST), positions.size()));
        Optional<Parties> parties = Optional.empty();
        for (int i = newest.size() - 1; i >= 0 && parties.isEmpty(); i--) {
            parties = Parties.of(newest.get(i));
        }
        return parties;
    }

    private List<Entry> entries(Organisation organisation, List<Long> positions) {
        Map<Long, Entry> entries = journal.entries(organisation, positions.stream().mapToLong(Long::longValue));
        return positions.stream().map(entries::get).filter(Objects::nonNull).toList();
    }
}
