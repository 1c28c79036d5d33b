package nl.klimrek.eventing.simulation;

/** Consecutive runs from a fresh seed, or the one run that {@code -Dklimrek.seed} asks for. */
final class SimulationRuns {

    private SimulationRuns() {}

    /** Fails when a guarantee breaks. Returns which faults occurred. */
    static FaultCoverage run(long steps) {
        Long seed = Long.getLong("klimrek.seed");
        return seed == null ? runFreshSeeds(steps) : repeat(seed);
    }

    private static FaultCoverage repeat(long seed) {
        String options = System.getProperty("klimrek.simulation.options");
        Simulation again =
                options == null ? new Simulation(seed) : new Simulation(seed, SimulationOptions.parse(options));
        again.run(SimulationTest.STEPS_PER_RUN);
        System.out.println("simulation: seed " + seed + " again, digest "
                + again.world().history.digest());
        return again.world().coverage;
    }

    private static FaultCoverage runFreshSeeds(long steps) {
        long firstSeed = System.nanoTime();
        System.out.println("simulation: seeds from " + firstSeed + " on (repeat one with -Dklimrek.seed=<seed>)");
        FaultCoverage coverage = new FaultCoverage();
        long arrivals = 0;
        for (long run = 0; run < Math.max(1, steps / SimulationTest.STEPS_PER_RUN); run++) {
            Simulation simulation = new Simulation(firstSeed + run);
            simulation.run(SimulationTest.STEPS_PER_RUN);
            coverage.add(simulation.world().coverage);
            arrivals += simulation.world().history.arrivals();
        }
        System.out.println(
                "simulation: " + steps + " steps, " + arrivals + " arrivals, no guarantee broken; " + coverage);
        return coverage;
    }
}
