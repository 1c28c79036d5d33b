package nl.klimrek.acceptance.fire;

import java.time.Duration;
import java.util.Random;

/**
 * What a run is like. Drawn from its seed: the seed with its options says what was run, a seed alone does not repeat a run
 * on other code.
 *
 * @param seed where all chance comes from, but for the order in which threads run
 * @param commands commands that have to be acknowledged, at the least
 * @param instances instances of the service
 * @param aggregates counters
 * @param owners whose they are, each owner's in one partition
 * @param callers threads that give commands
 * @param perSecond commands a second that all of them give together, at the most
 * @param lasting how long the nemesis goes on, at the least; once through everything when it is zero
 */
record FireOptions(
        long seed,
        int commands,
        int instances,
        int aggregates,
        int owners,
        int callers,
        int perSecond,
        Duration lasting) {

    /** At the most: what readers keep of somebody grows with every fact, and is written as a whole. */
    private static final int COMMANDS_AN_AGGREGATE = 60;

    private static final int LEAST_PER_SECOND = 50;
    private static final int LEAST_AGGREGATES = 500;

    /** {@code -Dklimrek.seed} repeats a run, {@code -Dklimrek.fire.minutes} makes it last. */
    static FireOptions drawn() {
        long seed = Long.getLong("klimrek.seed", System.nanoTime());
        Duration lasting = Duration.ofMinutes(Long.getLong("klimrek.fire.minutes", 0));
        Random random = new Random(seed);
        int perSecond = 500 + random.nextInt(200);
        int commands = (int) Math.max(10_000, lasting.toSeconds() * LEAST_PER_SECOND);
        int aggregates = (int) Math.max(LEAST_AGGREGATES, lasting.toSeconds() * perSecond / COMMANDS_AN_AGGREGATE)
                + random.nextInt(60);
        return new FireOptions(
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
