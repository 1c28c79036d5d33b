package nl.klimrek.admin.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.eventing.kafka.KafkaBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

/**
 * Adds partitions to a topic without a newer event of a key overtaking an older one: the owner's relays pause, every reader
 * processes what is there, the partitions are added, and the relays resume when every producer knows them. If readers do not
 * finish in time, nothing is added and the relays resume.
 */
final class PartitionGrowth {

    private static final long POLL_MILLIS = 200;
    /** What a producer asks the broker for comes within this time. */
    private static final Duration ANSWER_TIME = Duration.ofSeconds(2);

    private final Admin admin;
    private final RelayPause relays;
    private final Consumer<String> progress;

    PartitionGrowth(Admin admin, RelayPause relays, Consumer<String> progress) {
        this.admin = admin;
        this.relays = relays;
        this.progress = progress;
    }

    /** Grows the topic to this number of partitions. */
    void grow(TopicDefinition topic, int partitions, Duration timeout) throws ExecutionException, InterruptedException {
        boolean pausedBefore = relays.isPaused();
        try {
            relays.pause(timeout);
            progress.accept("relays of " + topic.owner() + " are paused");
            drain(topic, timeout);
            admin.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
            progress.accept(topic.name() + " has " + partitions + " partitions");
            // Until all producers know them, two instances would send events of one key to different partitions.
            Thread.sleep(KafkaBroker.METADATA_AGE.plus(ANSWER_TIME).toMillis());
        } finally {
            if (!pausedBefore) {
                relays.resume();
                progress.accept("relays of " + topic.owner() + " resume");
            }
        }
    }

    private void drain(TopicDefinition topic, Duration timeout) throws ExecutionException, InterruptedException {
        GroupOffsets offsets = new GroupOffsets(admin);
        long deadline = System.nanoTime() + timeout.toNanos();
        for (String group : topic.readers()) {
            long lag = lag(offsets, group, topic.name());
            while (lag > 0) {
                if (System.nanoTime() > deadline) {
                    throw new AdminException("The group " + group + " still has " + lag + " records of " + topic.name()
                            + " to read; no partitions were added.");
                }
                Thread.sleep(POLL_MILLIS);
                lag = lag(offsets, group, topic.name());
            }
            progress.accept(group + " has read everything");
        }
    }

    private static long lag(GroupOffsets offsets, String group, String topic)
            throws ExecutionException, InterruptedException {
        return offsets.positions(group, List.of(topic)).stream()
                .mapToLong(GroupOffsets.Position::lag)
                .sum();
    }
}
