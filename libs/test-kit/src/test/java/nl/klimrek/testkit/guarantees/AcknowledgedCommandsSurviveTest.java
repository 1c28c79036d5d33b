package nl.klimrek.testkit.guarantees;

import org.junit.jupiter.api.Test;

class AcknowledgedCommandsSurviveTest {

    private final Histories<AcknowledgedCommandsSurvive> histories = new Histories<>(AcknowledgedCommandsSurvive::new);

    @Test
    void what_was_acknowledged_is_found() {
        histories.legal(h -> {
            h.acknowledged("a");
            h.found("a");
        });
    }

    @Test
    void what_nobody_acknowledged_may_be_found() {
        histories.legal(h -> h.found("b"));
    }

    @Test
    void it_may_be_found_before_its_caller_heard_so_and_more_than_once() {
        histories.legal(h -> {
            h.found("a");
            h.acknowledged("a");
            h.found("a");
        });
    }

    @Test
    void what_was_acknowledged_and_is_gone_is_refused() {
        histories.illegal(
                "1 of 1 acknowledged commands are nowhere to be found, the first is a", h -> h.acknowledged("a"));
    }

    @Test
    void one_of_two_is_not_enough() {
        histories.illegal("1 of 2 acknowledged commands are nowhere to be found, the first is a", h -> {
            h.acknowledged("a");
            h.acknowledged("b");
            h.found("b");
        });
    }
}
