package nl.klimrek.eventing.simulation;

import java.time.Instant;
import nl.klimrek.eventing.kafka.KafkaBroker;

/**
 * Adds partitions to the topic: by the procedure, in which relays pause until no event is in flight, all are read, and every
 * producer knows the new partition; or while events are in flight.
 */
final class PartitionGrowth {

    static final int NEVER = 0;
    static final int BY_THE_PROCEDURE = 1;
    static final int UNDER_WAY = 2;

    private static final int MAX_ADDED = 3;
    private static final int MAX_PAUSE_STEPS = 4_000;
    private static final int CHANCE = 15;

    private final World world;
    private int added;
    private Phase phase = Phase.RUNNING;
    private long pausedAt;
    private Instant grownAt = Instant.MIN;

    /** What the operator waits for. Instances follow the switch when they read it. */
    private enum Phase {
        RUNNING,
        RELAYS_PAUSE,
        READERS_FINISH,
        PRODUCERS_KNOW
    }

    PartitionGrowth(World world) {
        this.world = world;
    }

    /** Begins a growth, by chance. */
    void tick() {
        if (phase == Phase.RUNNING && added < MAX_ADDED && world.options.growth() != NEVER && world.random.of(CHANCE)) {
            if (world.options.growth() == UNDER_WAY) {
                grow(Fault.PARTITION_ADDED_UNDER_WAY);
            } else {
                phase = Phase.RELAYS_PAUSE;
                pausedAt = world.steps;
                world.relaySwitch.change(true);
            }
        }
    }

    /** The operator looks whether the procedure can go on. */
    void goOn() {
        switch (phase) {
            case RUNNING -> {}
            case RELAYS_PAUSE -> {
                if (world.relaySwitch.isFollowed() && world.topic.nothingUnderWay()) {
                    phase = Phase.READERS_FINISH;
                }
            }
            case READERS_FINISH -> {
                if (world.allRead()) {
                    grow(Fault.PARTITION_ADDED_BY_THE_PROCEDURE);
                    grownAt = world.now;
                    phase = Phase.PRODUCERS_KNOW;
                }
            }
            case PRODUCERS_KNOW -> {
                if (world.now.isAfter(grownAt.plus(KafkaBroker.METADATA_AGE))) {
                    resume();
                }
            }
        }
        if (phase != Phase.PRODUCERS_KNOW && phase != Phase.RUNNING && world.steps - pausedAt > MAX_PAUSE_STEPS) {
            resume();
        }
    }

    /** Relays send again, whether a partition was added or not. */
    void resume() {
        phase = Phase.RUNNING;
        world.relaySwitch.change(false);
    }

    private void grow(Fault how) {
        added++;
        world.topic.addPartition();
        world.group.addPartition();
        world.restores.partitionsAdded();
        world.coverage.happened(how);
    }
}
