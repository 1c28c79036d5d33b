package nl.klimrek.acceptance.fire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Every guarantee, after everything that can go wrong has. {@code -Dklimrek.seed} repeats a run, {@code -Dklimrek.fire.minutes}
 * makes it last.
 */
abstract class FireSuite {

    /** Engines of this run's own, or such that others use too and that are not stopped. */
    abstract FireEngines engines();

    @Test
    void whatever_goes_wrong_every_guarantee_holds() throws Exception {
        try (FireEngines engines = engines()) {
            Setting setting = new FireRun(FireOptions.drawn(), engines, Breach.NONE).run(true);
            assertThat(setting.fired())
                    .as("where an instance died")
                    .allSatisfy((point, times) -> assertThat(times).hasPositiveValue());
        }
    }
}
