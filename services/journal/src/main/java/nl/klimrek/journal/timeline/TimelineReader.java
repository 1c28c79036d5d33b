package nl.klimrek.journal.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.ChainHead;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.journal.store.TimelineSlice;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.Page;
import org.springframework.stereotype.Component;

/** Reads timelines, oldest entry first. */
@Component
final class TimelineReader {

    private static final int BATCH_SIZE = 200;
    private static final int NEWEST_LIMIT = 20;

    private final JournalStore journal;

    TimelineReader(JournalStore journal) {
        this.journal = journal;
    }

    /**
     * The next entries that the reader may see.
     *
     * @param after position of the last entry of the previous page; 0 for the first
     * @param visible decides which entries the reader may see
     */
    Page<ChainEntry> page(
            Organisation organisation, TimelineKey key, long after, int limit, Predicate<ChainEntry> visible) {
        ChainHead head = journal.head(organisation);
        List<ChainEntry> seen = new ArrayList<>();
        OptionalLong from = OptionalLong.of(after);
        while (from.isPresent()) {
            TimelineSlice part = journal.timeline(head, key, from.getAsLong(), BATCH_SIZE);
            for (ChainEntry entry : part.entries()) {
                if (visible.test(entry)) {
                    if (seen.size() == limit) {
                        return new Page<>(
                                seen, Long.toString(seen.get(limit - 1).position()));
                    }
                    seen.add(entry);
                }
            }
            from = part.next();
        }
        return new Page<>(seen, null);
    }

    /** The entries that the caller may see: all for oversight, others as {@link TimelineAccess} decides. */
    Predicate<ChainEntry> visibleTo(Caller caller) {
        return Oversight.has(caller)
                ? entry -> true
                : new TimelineAccess(caller.person(), subject -> newestParticipants(caller.organisation(), subject))
                        ::allows;
    }

    /** The entry at a position; empty when there is none, or the caller may not see it. */
    Optional<ChainEntry> find(Caller caller, long position) {
        // Reading the head settles its last append, without which the newest entries are not found yet.
        ChainHead head = journal.head(caller.organisation());
        return Optional.ofNullable(journal.entries(head.organisation(), LongStream.of(position))
                        .get(position))
                .filter(visibleTo(caller));
    }

    /** The participants in the newest entry of a subject that names any. */
    Optional<EntryParticipants> newestParticipants(Organisation organisation, String subject) {
        TimelineKey key = new TimelineKey(TimelineKey.Kind.SUBJECT, subject);
        return journal.newest(journal.head(organisation), key, NEWEST_LIMIT).stream()
                .map(EntryParticipants::of)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
