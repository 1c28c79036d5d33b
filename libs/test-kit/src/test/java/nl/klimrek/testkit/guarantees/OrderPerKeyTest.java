package nl.klimrek.testkit.guarantees;

import org.junit.jupiter.api.Test;

class OrderPerKeyTest {

    private final Histories<OrderPerKey> histories = new Histories<>(OrderPerKey::new);

    @Test
    void as_they_are_in_their_partition() {
        histories.legal(h -> take(h, "g", 3, 5, 9));
    }

    @Test
    void a_group_may_go_back() {
        histories.legal(h -> take(h, "g", 3, 5, 3, 5, 9));
    }

    @Test
    void groups_do_not_wait_for_each_other() {
        histories.legal(h -> {
            take(h, "g", 3, 5, 9);
            take(h, "h", 3);
        });
    }

    @Test
    void overtaking_is_refused() {
        histories.illegal(
                "group g took offset 5 of key k in partition 0 for the first time after 9", h -> take(h, "g", 3, 9, 5));
    }

    @Test
    void a_key_in_two_partitions_is_refused() {
        histories.illegal("key k is in partitions 0 and 1", h -> {
            h.taken("g", "k", 0, 3);
            h.taken("h", "k", 1, 3);
        });
    }

    private static void take(OrderPerKey history, String group, long... offsets) {
        for (long offset : offsets) {
            history.taken(group, "k", 0, offset);
        }
    }
}
