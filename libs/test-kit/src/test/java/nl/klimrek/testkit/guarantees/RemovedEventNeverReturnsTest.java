package nl.klimrek.testkit.guarantees;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemovedEventNeverReturnsTest {

    private final Histories<RemovedEventNeverReturns> histories = new Histories<>(RemovedEventNeverReturns::new);

    @Test
    void events_come_and_go() {
        histories.legal(h -> read(h, List.of(), List.of("1"), List.of("1", "2"), List.of("2"), List.of()));
    }

    @Test
    void a_reading_that_was_under_way_may_still_show_what_was_removed() {
        histories.legal(h -> {
            long begun = h.now();
            h.removed(List.of("1"));
            h.read(begun, "d", List.of("1"));
            h.read(h.now(), "d", List.of());
        });
    }

    @Test
    void what_was_not_there_any_more_is_refused_when_it_is_back() {
        histories.illegal(
                "event 1 is in d again after it was removed", h -> read(h, List.of("1"), List.of(), List.of("1")));
    }

    @Test
    void what_was_removed_is_refused_at_its_first_reading() {
        histories.illegal("event 1 is in d again after it was removed", h -> {
            h.removed(List.of("1"));
            read(h, List.of("1"));
        });
    }

    @Test
    void one_of_two_that_is_back_is_refused() {
        histories.illegal(
                "event 1 is in d again after it was removed",
                h -> read(h, List.of("1", "2"), List.of("2"), List.of("1", "2")));
    }

    @SafeVarargs
    private static void read(RemovedEventNeverReturns history, List<String>... outboxes) {
        for (List<String> outbox : outboxes) {
            history.read(history.now(), "d", outbox);
        }
    }
}
