package nl.klimrek.acceptance.fire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.guarantees.GuaranteeBroken;
import org.junit.jupiter.api.Test;

/** The suite notices: with a step of the protocol left out, a guarantee is broken. */
class BrokenProtocolTest {

    @Test
    void without_the_condition_on_the_version_two_steps_overwrite_each_other() {
        assertThatThrownBy(() -> run(Breach.NO_VERSION_CONDITION))
                .isInstanceOf(GuaranteeBroken.class)
                .hasMessageMatching("(?s).*(two different events are number|went back from version).*");
    }

    @Test
    void without_the_marker_in_the_effects_document_an_effect_happens_twice() {
        assertThatThrownBy(() -> run(Breach.NO_MARKER))
                .isInstanceOf(GuaranteeBroken.class)
                .hasMessageContaining("had its effect twice");
    }

    @Test
    void without_waiting_for_the_broker_an_event_is_removed_that_never_arrived() {
        assertThatThrownBy(() -> run(Breach.NO_WAITING_FOR_THE_BROKER)).isInstanceOf(GuaranteeBroken.class);
    }

    @Test
    void a_thread_that_dies_of_anything_but_the_end_of_its_instance_fails_the_run_at_once() {
        assertThatThrownBy(() -> run(Breach.A_THREAD_DIES))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("relay-send-.* died of .*a class is missing");
    }

    /** Many at once on few counters, and nothing goes wrong but what always does. */
    private static void run(Breach breach) throws Exception {
        long seed = new Random().nextLong();
        FireOptions options = new FireOptions(seed, 1_000, 3, 30, 10, 6, 600, Duration.ZERO);
        new FireRun(options, FireEngines.shared(Backend.embedded()), breach).run(false);
    }
}
