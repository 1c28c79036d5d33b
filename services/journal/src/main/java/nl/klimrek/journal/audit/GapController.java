package nl.klimrek.journal.audit;

import java.time.Instant;
import java.util.List;
import nl.klimrek.journal.chain.JournalGaps;
import nl.klimrek.journal.chain.SequenceConflict;
import nl.klimrek.journal.chain.StreamGap;
import nl.klimrek.journal.store.JournalStore;
import nl.klimrek.journal.timeline.Oversight;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the sequence gaps in the journal of the caller's organisation, for HR and auditors. */
@RestController
class GapController {

    private final JournalStore journal;

    GapController(JournalStore journal) {
        this.journal = journal;
    }

    /**
     * @param id value for {@code after}
     * @param stream source and subject
     * @param from first missing number
     * @param to last missing number
     * @param missing number of missing numbers
     * @param since arrival of a later number
     */
    record GapView(String id, String stream, long from, long to, long missing, Instant since) {

        static GapView of(StreamGap gap) {
            return new GapView(
                    gap.stream() + ":" + gap.from(), gap.stream(), gap.from(), gap.to(), gap.missing(), gap.since());
        }
    }

    /**
     * @param items open gaps
     * @param next value for {@code after}; null on the last page
     * @param open number of open gaps
     * @param found number of gaps found so far, with closed ones
     * @param repeated events with a number that another event had before; should be 0
     * @param conflicts the first of these
     */
    record GapList(
            List<GapView> items,
            @Nullable String next,
            long open,
            long found,
            long repeated,
            List<ConflictView> conflicts) {}

    /**
     * Two events with the same number. Services apply the one they receive first.
     *
     * @param stream source and subject
     * @param sequence the number
     * @param event id of the later event
     * @param at arrival of the later event
     */
    record ConflictView(String stream, long sequence, String event, Instant at) {

        static ConflictView of(SequenceConflict conflict) {
            return new ConflictView(conflict.stream(), conflict.sequence(), conflict.event(), conflict.at());
        }
    }

    @GetMapping("/api/journal/gaps")
    GapList gaps(ListRequest request, Caller caller) {
        Oversight.require(caller);
        JournalGaps gaps = journal.head(caller.organisation()).gaps();
        Page<GapView> page = Page.of(gaps.open().stream().map(GapView::of).toList(), GapView::id, request);
        return new GapList(
                page.items(),
                page.next(),
                gaps.open().size() + gaps.unlisted(),
                gaps.found(),
                gaps.repeated(),
                gaps.conflicts().stream().map(ConflictView::of).toList());
    }
}
