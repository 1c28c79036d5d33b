package nl.klimrek.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.guarantees.GuaranteeBroken;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks the suite itself: with one step of the protocol left out, a guarantee must break. */
@ExtendWith(NoSecondAttempt.class)
class BrokenProtocolIT {

    @Test
    void without_the_condition_on_the_version_two_steps_overwrite_each_other() {
        assertThatThrownBy(() -> run(ProtocolBreach.NO_VERSION_CONDITION))
                .isInstanceOf(GuaranteeBroken.class)
                .hasMessageMatching("(?s).*(two different events are number|went back from version).*");
    }

    @Test
    void without_the_marker_in_the_effects_document_an_effect_happens_twice() {
        assertThatThrownBy(() -> run(ProtocolBreach.NO_MARKER))
                .isInstanceOf(GuaranteeBroken.class)
                .hasMessageContaining("had its effect twice");
    }

    @Test
    void without_waiting_for_the_broker_an_event_is_removed_that_never_arrived() {
        assertThatThrownBy(() -> run(ProtocolBreach.NO_WAITING_FOR_THE_BROKER)).isInstanceOf(GuaranteeBroken.class);
    }

    @Test
    void a_thread_that_dies_of_anything_but_the_end_of_its_instance_fails_the_run_at_once() {
        assertThatThrownBy(() -> run(ProtocolBreach.A_THREAD_DIES))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("relay-send-.* died of .*a class is missing");
    }

    /** Many concurrent callers on few counters, with the usual small faults and no nemesis. */
    private static void run(ProtocolBreach breach) throws Exception {
        long seed = new Random().nextLong();
        ChaosOptions options = new ChaosOptions(seed, 1_000, 3, 30, 10, 6, 600, Duration.ZERO);
        new ChaosRun(options, ChaosEngines.shared(Backend.embedded()), breach).run(false);
    }
}
