package nl.klimrek.eventing.simulation;

/**
 * Adds partitions to the topic: by the procedure, in which relays pause until no event is in flight and all are read, or
 * while events are in flight.
 */
final class PartitionGrowth {

    static final int NEVER = 0;
    static final int BY_THE_PROCEDURE = 1;
    static final int UNDER_WAY = 2;

    private static final int MAX_ADDED = 3;
    private static final int MAX_PAUSE_STEPS = 2_000;
    private static final int CHANCE = 15;

    private final World world;
    private int added;
    /** As the operator decided; each instance follows when it reads the switch. */
    private boolean paused;

    private long pausedAt;

    PartitionGrowth(World world) {
        this.world = world;
    }

    /** Begins, continues or ends a growth, by chance. */
    void tick() {
        if (paused) {
            goOn();
        } else if (added < MAX_ADDED && world.options.growth() != NEVER && world.random.of(CHANCE)) {
            if (world.options.growth() == UNDER_WAY) {
                grow(Fault.PARTITION_ADDED_UNDER_WAY);
            } else {
                paused = true;
                pausedAt = world.steps;
                world.relaySwitch.change(true);
            }
        }
    }

    /** Relays send again, whether a partition was added or not. */
    void resume() {
        paused = false;
        world.relaySwitch.change(false);
    }

    private void goOn() {
        if (world.relaySwitch.isFollowed() && world.topic.nothingUnderWay() && world.allRead()) {
            grow(Fault.PARTITION_ADDED_BY_THE_PROCEDURE);
            resume();
        } else if (world.steps - pausedAt > MAX_PAUSE_STEPS) {
            resume();
        }
    }

    private void grow(Fault how) {
        added++;
        world.topic.addPartition();
        world.group.addPartition();
        world.restores.partitionsAdded();
        world.coverage.happened(how);
    }
}
