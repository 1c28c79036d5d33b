package nl.klimrek.acceptance.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * Options of one run, drawn from its seed. A seed repeats a run only on the same code.
 *
 * @param seed source of all randomness except thread scheduling
 * @param commands minimum number of acknowledged commands
 * @param instances number of service instances
 * @param aggregates number of counters
 * @param owners number of counter owners; an owner's events share a partition
 * @param callers number of threads that send commands
 * @param perSecond maximum commands per second of all callers together
 * @param lasting minimum duration of the nemesis; zero means every fault once
 */
record ChaosOptions(
        long seed,
        int commands,
        int instances,
        int aggregates,
        int owners,
        int callers,
        int perSecond,
        Duration lasting) {

    /** A bound, because a reader's document grows with every event and is written as a whole. */
    private static final int MAX_COMMANDS_PER_AGGREGATE = 60;

    private static final int MIN_PER_SECOND = 50;
    private static final int MIN_AGGREGATES = 500;

    /** Reads {@code -Dklimrek.seed} and {@code -Dklimrek.chaos.minutes}; without a seed it draws one. */
    static ChaosOptions drawn() {
        long seed = Long.getLong("klimrek.seed", System.nanoTime());
        Duration lasting = Duration.ofMinutes(Long.getLong("klimrek.chaos.minutes", 0));
        Random random = new Random(seed);
        int perSecond = 500 + random.nextInt(200);
        int commands = (int) Math.max(10_000, lasting.toSeconds() * MIN_PER_SECOND);
        int aggregates = (int) Math.max(MIN_AGGREGATES, lasting.toSeconds() * perSecond / MAX_COMMANDS_PER_AGGREGATE)
                + random.nextInt(60);
        return new ChaosOptions(
                seed,
                commands,
                3 + random.nextInt(2),
                aggregates,
                aggregates / (1 + random.nextInt(3)),
                6 + random.nextInt(4),
                perSecond,
                lasting);
    }

    @Override
    public String toString() {
        return "seed " + seed + " (repeat with -Dklimrek.seed=" + seed + "): " + commands + " commands and more over "
                + aggregates
                + " aggregates of " + owners + " owners, by " + callers + " threads on " + instances
                + " instances, up to "
                + perSecond + " a second" + (lasting.isZero() ? "" : ", for " + lasting.toMinutes() + " minutes");
    }
}
