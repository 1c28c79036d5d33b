package nl.klimrek.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks every guarantee after every fault. {@code -Dklimrek.seed} repeats a run, {@code -Dklimrek.chaos.minutes}
 * prolongs it.
 */
@ExtendWith(NoSecondAttempt.class)
abstract class ChaosSuite {

    /** The brokers and the store to run on. */
    abstract ChaosEngines engines();

    @Test
    void every_guarantee_holds_after_every_fault() throws Exception {
        try (ChaosEngines engines = engines()) {
            ChaosEnvironment environment = new ChaosRun(ChaosOptions.drawn(), engines, ProtocolBreach.NONE).run(true);
            assertThat(environment.fired())
                    .as("where an instance died")
                    .allSatisfy((point, times) -> assertThat(times).hasPositiveValue());
        }
    }
}
