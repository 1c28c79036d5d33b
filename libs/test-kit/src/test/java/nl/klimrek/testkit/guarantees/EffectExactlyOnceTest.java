package nl.klimrek.testkit.guarantees;

import org.junit.jupiter.api.Test;

class EffectExactlyOnceTest {

    private final Histories<EffectExactlyOnce> histories = new Histories<>(EffectExactlyOnce::new);

    @Test
    void what_is_due_has_its_effect() {
        histories.legal(h -> {
            h.due("g", "1");
            h.effect("g", "1");
        });
    }

    @Test
    void in_any_order_and_seen_before_it_was_known_to_be_due() {
        histories.legal(h -> {
            h.due("g", "1");
            h.effect("g", "2");
            h.effect("g", "1");
            h.due("g", "2");
        });
    }

    @Test
    void twice_is_refused() {
        histories.illegal("1 had its effect twice in g", h -> {
            h.due("g", "1");
            h.effect("g", "1");
            h.effect("g", "1");
        });
    }

    @Test
    void never_is_refused() {
        histories.illegal("1 never had its effect in g", h -> h.due("g", "1"));
    }

    @Test
    void an_effect_of_nothing_is_refused() {
        histories.illegal("1 had an effect and never was, in g", h -> h.effect("g", "1"));
    }
}
