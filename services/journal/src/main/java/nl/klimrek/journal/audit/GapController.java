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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the journal of the caller's organisation misses, for its HR and auditors. */
@RestController
class GapController {

    private final JournalStore journal;

    GapController(JournalStore journal) {
        this.journal = journal;
    }

    /**
     * @param id for {@code after}
     * @param stream source and subject
     * @param from first missing number
     * @param to last missing number
     * @param missing how many
     * @param since when a later number arrived
     */
    record GapView(String id, String stream, long from, long to, long missing, Instant since) {

        static GapView of(StreamGap gap) {
            return new GapView(
                    gap.stream() + ":" + gap.from(), gap.stream(), gap.from(), gap.to(), gap.missing(), gap.since());
        }
    }

    /**
     * @param items open gaps
     * @param next what to pass as {@code after}; null on the last page
     * @param open how many gaps are open
     * @param found how many were found so far, filled ones included
     * @param repeated events whose number another event had before; should be 0
     * @param conflicts the first of those
     */
    record GapList(
            List<GapView> items, String next, long open, long found, long repeated, List<ConflictView> conflicts) {}

    /**
     * Two events with one number, of which services applied the one they met first.
     *
     * @param stream source and subject
     * @param sequence the number
     * @param event id of the one that arrived later
     * @param at when it arrived
     */
    record ConflictView(String stream, long sequence, String event, Instant at) {

        static ConflictView of(SequenceConflict conflict) {
            return new ConflictView(conflict.stream(), conflict.sequence(), conflict.event(), conflict.at());
        }
    }

    @GetMapping("/api/journal/gaps")
    GapList gaps(ListRequest asked, Caller caller) {
        Oversight.require(caller);
        JournalGaps gaps = journal.head(caller.organisation()).gaps();
        Page<GapView> page = Page.of(gaps.open().stream().map(GapView::of).toList(), GapView::id, asked);
        return new GapList(
                page.items(),
                page.next(),
                gaps.open().size() + gaps.unlisted(),
                gaps.found(),
                gaps.repeated(),
                gaps.conflicts().stream().map(ConflictView::of).toList());
    }
}
