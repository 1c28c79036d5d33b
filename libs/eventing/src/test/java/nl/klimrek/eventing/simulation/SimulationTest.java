package nl.klimrek.eventing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code -Dklimrek.seed} repeats one run; {@code -Dklimrek.simulation.steps} makes the whole longer. */
class SimulationTest {

    private static final long STEPS_A_RUN = 20_000;

    @Test
    void whatever_fails_nothing_is_lost_doubled_or_out_of_order() {
        Long only = Long.getLong("klimrek.seed");
        if (only != null) {
            new Simulation(only).run(STEPS_A_RUN);
            return;
        }
        long steps = Long.getLong("klimrek.simulation.steps", 1_000_000);
        long first = System.nanoTime();
        System.out.println("simulation: seeds from " + first + " on (repeat one with -Dklimrek.seed=<seed>)");
        long events = 0;
        for (long run = 0; run < steps / STEPS_A_RUN; run++) {
            events += new Simulation(first + run).run(STEPS_A_RUN);
        }
        System.out.println("simulation: " + steps + " steps, " + events + " events, no guarantee broken");
        assertThat(events).isPositive();
    }

    @Test
    void the_same_seed_is_the_same_history() {
        Simulation one = new Simulation(42);
        Simulation again = new Simulation(42);
        assertThat(one.run(STEPS_A_RUN)).isEqualTo(again.run(STEPS_A_RUN));
        assertThat(one.summary()).isEqualTo(again.summary());
    }
}
