package nl.klimrek.testkit.guarantees;

import java.util.List;
import org.junit.jupiter.api.Test;

class JournalIsCompleteTest {

    private final Histories<JournalIsComplete> histories = new Histories<>(JournalIsComplete::new);

    @Test
    void all_that_was_published_in_order() {
        histories.legal(h -> feed(h, List.of(1L, 2L, 3L), List.of(1L, 2L, 3L)));
    }

    @Test
    void what_was_published_twice_is_journalled_once() {
        histories.legal(h -> feed(h, List.of(1L, 2L, 1L, 2L, 3L), List.of(1L, 2L, 3L)));
    }

    @Test
    void aggregates_are_mixed() {
        histories.legal(h -> {
            h.published("a", 1);
            h.published("a", 2);
            h.published("b", 1);
            h.entry("a", 1);
            h.entry("b", 1);
            h.entry("a", 2);
        });
    }

    @Test
    void a_gap_is_refused() {
        histories.illegal("the journal has a 3 after 1", h -> feed(h, List.of(1L, 2L, 3L), List.of(1L, 3L)));
    }

    @Test
    void a_missing_beginning_is_refused() {
        histories.illegal("the journal has a 2 after 0", h -> feed(h, List.of(1L, 2L, 3L), List.of(2L, 3L)));
    }

    @Test
    void an_entry_twice_is_refused() {
        histories.illegal("the journal has a 2 after 2", h -> feed(h, List.of(1L, 2L), List.of(1L, 2L, 2L)));
    }

    @Test
    void entries_out_of_order_are_refused() {
        histories.illegal("the journal has a 2 after 0", h -> feed(h, List.of(1L, 2L), List.of(2L, 1L)));
    }

    @Test
    void a_missing_end_is_refused() {
        histories.illegal(
                "the journal ends at a 2 and 3 was published", h -> feed(h, List.of(1L, 2L, 3L), List.of(1L, 2L)));
    }

    @Test
    void an_entry_of_what_was_never_published_is_refused() {
        histories.illegal("the journal has a, of which nothing was published", h -> feed(h, List.of(), List.of(1L)));
    }

    private static void feed(JournalIsComplete history, List<Long> published, List<Long> entries) {
        published.forEach(sequence -> history.published("a", sequence));
        entries.forEach(sequence -> history.entry("a", sequence));
    }
}
