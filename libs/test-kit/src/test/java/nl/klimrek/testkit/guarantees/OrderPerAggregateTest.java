package nl.klimrek.testkit.guarantees;

import org.junit.jupiter.api.Test;

class OrderPerAggregateTest {

    private final Histories<OrderPerAggregate> histories = new Histories<>(OrderPerAggregate::new);

    @Test
    void one_after_the_other() {
        histories.legal(h -> arrive(h, 1, 2, 3));
    }

    @Test
    void an_event_may_arrive_again() {
        histories.legal(h -> arrive(h, 1, 1, 2));
    }

    @Test
    void and_those_after_it_too() {
        histories.legal(h -> arrive(h, 1, 2, 1, 2, 3));
    }

    @Test
    void aggregates_are_mixed() {
        histories.legal(h -> {
            h.arrived("a", 1, "a1");
            h.arrived("b", 1, "b1");
            h.arrived("b", 2, "b2");
            h.arrived("a", 2, "a2");
        });
    }

    @Test
    void the_second_before_the_first_is_refused() {
        histories.illegal("a: 2 arrived for the first time after 0", h -> arrive(h, 2, 1));
    }

    @Test
    void the_third_before_the_second_is_refused() {
        histories.illegal("a: 3 arrived for the first time after 1", h -> arrive(h, 1, 3, 2));
    }

    @Test
    void a_gap_is_refused() {
        histories.illegal("a: 3 arrived for the first time after 1", h -> arrive(h, 1, 3));
    }

    @Test
    void two_events_with_one_number_are_refused() {
        histories.illegal("a: two different events are number 2, a2 and other", h -> {
            arrive(h, 1, 2);
            h.arrived("a", 2, "other");
        });
    }

    private static void arrive(OrderPerAggregate history, int... sequences) {
        for (int sequence : sequences) {
            history.arrived("a", sequence, "a" + sequence);
        }
    }
}
