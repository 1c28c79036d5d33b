package nl.klimrek.eventing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The long simulation: 1,000,000 steps, or as many as {@code -Dklimrek.simulation.steps} says. */
class SimulationIT {

    private static final long STEPS = 1_000_000;
    private static final long STEPS_IN_WHICH_EVERY_FAULT_OCCURS = 500_000;

    @Test
    void no_guarantee_breaks_under_any_fault() {
        long steps = Long.getLong("klimrek.simulation.steps", STEPS);
        FaultCoverage coverage = SimulationRuns.run(steps);
        if (Long.getLong("klimrek.seed") == null && steps >= STEPS_IN_WHICH_EVERY_FAULT_OCCURS) {
            assertThat(coverage.missing())
                    .as("faults that never occurred, so the run proves nothing about them")
                    .isEmpty();
        }
    }
}
