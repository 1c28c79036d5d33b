package nl.klimrek.testkit.guarantees;

import java.util.List;
import org.junit.jupiter.api.Test;

class EveryEventReachesEachGroupTest {

    private final Histories<EveryEventReachesEachGroup> histories =
            new Histories<>(() -> new EveryEventReachesEachGroup(List.of("g", "h")));

    @Test
    void an_event_reaches_both_groups_one_of_them_twice() {
        histories.legal(h -> {
            h.published("1");
            h.reached("g", "1");
            h.reached("h", "1");
            h.reached("g", "1");
        });
    }

    @Test
    void a_group_may_have_it_before_anybody_saw_it_published() {
        histories.legal(h -> {
            h.reached("h", "1");
            h.published("1");
            h.reached("g", "1");
        });
    }

    @Test
    void one_group_is_not_the_other() {
        histories.illegal("event 1 was published and never reached group h", h -> {
            h.published("1");
            h.reached("g", "1");
        });
    }

    @Test
    void an_event_that_was_skipped_is_refused() {
        histories.illegal("event 1 was published and never reached group g", h -> {
            h.published("1");
            h.published("2");
            h.reached("g", "2");
            h.reached("h", "2");
        });
    }
}
