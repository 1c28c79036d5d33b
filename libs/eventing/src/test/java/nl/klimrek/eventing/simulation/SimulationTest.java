package nl.klimrek.eventing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One short run of the simulation, and its repeatability; {@link SimulationIT} runs the long one. {@code -Dklimrek.seed}
 * repeats a run. Add {@code -Dklimrek.simulation.options}, as a failure printed them, when the drawing of options has
 * changed since.
 */
class SimulationTest {

    static final long STEPS_PER_RUN = 20_000;

    @Test
    void no_guarantee_breaks_in_a_short_run_with_faults() {
        SimulationRuns.run(STEPS_PER_RUN);
    }

    @Test
    void a_run_replays_exactly_from_its_seed_and_its_printed_options() {
        SimulationOptions drawn = SimulationOptions.drawn(new Random(42));
        assertThat(SimulationOptions.parse(drawn.toString())).isEqualTo(drawn);
        assertThat(digest(42, SimulationOptions.parse(drawn.toString())))
                .isEqualTo(digest(42, drawn))
                .isNotEqualTo(digest(43, drawn));
    }

    @Test
    void a_failure_prints_its_seed_options_and_history_and_recurs_at_the_same_step() {
        SimulationOptions options = SimulationOptions.drawn(new Random(7));
        String failure = failureOnThe100thArrival(7, options);
        assertThat(failure)
                .contains("-Dklimrek.seed=7", options.toString(), "Arrived[")
                .isEqualTo(failureOnThe100thArrival(7, SimulationOptions.parse(options.toString())));
    }

    private static String failureOnThe100thArrival(long seed, SimulationOptions options) {
        Simulation simulation = new Simulation(seed, options);
        simulation.world().history.watch(observation -> {
            if (simulation.world().history.arrivals() == 100) {
                throw new AssertionError("planted");
            }
        });
        return catchThrowable(() -> simulation.run(STEPS_PER_RUN)).getMessage();
    }

    private static String digest(long seed, SimulationOptions options) {
        Simulation simulation = new Simulation(seed, options);
        simulation.run(STEPS_PER_RUN);
        return simulation.world().history.digest();
    }
}
