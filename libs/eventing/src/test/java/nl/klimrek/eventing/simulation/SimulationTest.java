package nl.klimrek.eventing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dklimrek.seed} repeats one run, with {@code -Dklimrek.simulation.options} as a failure printed them also after
 * their drawing has changed; {@code -Dklimrek.simulation.steps} makes the whole longer or shorter.
 */
class SimulationTest {

    private static final long STEPS_A_RUN = 20_000;
    private static final long ENOUGH_FOR_EVERYTHING = 500_000;

    @Test
    void whatever_fails_nothing_is_lost_doubled_or_out_of_order() {
        Long only = Long.getLong("klimrek.seed");
        if (only != null) {
            String options = System.getProperty("klimrek.simulation.options");
            Simulation again =
                    options == null ? new Simulation(only) : new Simulation(only, SimulationOptions.parse(options));
            again.run(STEPS_A_RUN);
            System.out.println("simulation: seed " + only + " again, digest "
                    + again.world().history.digest());
            return;
        }
        long steps = Long.getLong("klimrek.simulation.steps", 1_000_000);
        long first = System.nanoTime();
        System.out.println("simulation: seeds from " + first + " on (repeat one with -Dklimrek.seed=<seed>)");
        FaultCoverage coverage = new FaultCoverage();
        long events = 0;
        for (long run = 0; run < Math.max(1, steps / STEPS_A_RUN); run++) {
            Simulation simulation = new Simulation(first + run);
            simulation.run(STEPS_A_RUN);
            coverage.add(simulation.world().coverage);
            events += simulation.world().history.arrivals();
        }
        System.out.println(
                "simulation: " + steps + " steps, " + events + " arrivals, no guarantee broken; " + coverage);
        if (steps >= ENOUGH_FOR_EVERYTHING) {
            assertThat(coverage.missing())
                    .as("faults that never happened: too tame")
                    .isEmpty();
        }
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
    void a_failure_prints_its_seed_its_options_and_what_led_to_it_and_comes_again_at_the_same_step() {
        SimulationOptions options = SimulationOptions.drawn(new Random(7));
        String failure = failureOnThe100thArrival(7, options);
        assertThat(failure)
                .contains("-Dklimrek.seed=7", options.toString(), "Arrived[")
                .isEqualTo(failureOnThe100thArrival(7, SimulationOptions.parse(options.toString())));
    }

    private static String failureOnThe100thArrival(long seed, SimulationOptions options) {
        Simulation simulation = new Simulation(seed, options);
        simulation.world().history.watch(happening -> {
            if (simulation.world().history.arrivals() == 100) {
                throw new AssertionError("planted");
            }
        });
        return catchThrowable(() -> simulation.run(STEPS_A_RUN)).getMessage();
    }

    private static String digest(long seed, SimulationOptions options) {
        Simulation simulation = new Simulation(seed, options);
        simulation.run(STEPS_A_RUN);
        return simulation.world().history.digest();
    }
}
