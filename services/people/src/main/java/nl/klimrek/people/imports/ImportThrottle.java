package nl.klimrek.people.imports;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes imports wait while the readers of our events are behind. Otherwise everybody's single changes would wait behind
 * a large file. A group that never read, or whose offsets cannot be read, holds up no import.
 */
public final class ImportThrottle implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportThrottle.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** A lag of so few events is no lag, however slow the group looked while it had nothing to read. */
    private static final long NEGLIGIBLE_LAG = 200;

    private static final long MEASURE_INTERVAL_NANOS = Duration.ofMillis(200).toNanos();

    private final Map<String, Object> settings;
    private final String topic;
    private final List<String> groups;
    private final Duration maxLag;
    private final Map<String, Progress> progress = new HashMap<>();
    private @Nullable Admin admin;
    private long measuredAt;
    private boolean open = true;
    private boolean warned;

    /**
     * @param broker settings of an admin client
     * @param groups consumer groups that read the topic
     * @param maxLag lag of a group above which imports wait
     */
    public ImportThrottle(Map<String, Object> broker, String topic, List<String> groups, Duration maxLag) {
        this.settings = new HashMap<>(broker);
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        this.topic = topic;
        this.groups = groups;
        this.maxLag = maxLag;
    }

    /** Whether imports may go on: no group is too far behind. Asks the broker at maxLag a few times a second. */
    public synchronized boolean isOpen() {
        if (measuredAt == 0 || System.nanoTime() - measuredAt > MEASURE_INTERVAL_NANOS) {
            open = measure();
            measuredAt = System.nanoTime();
        }
        return open;
    }

    private boolean measure() {
        try {
            Map<TopicPartition, Long> ends = endOffsets();
            boolean allClose = true;
            for (String group : groups) {
                allClose &= isClose(group, ends);
            }
            return allClose;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException unavailable) {
            if (!warned) {
                LOG.warn(
                        "Imports do not wait for the readers of events, because their lag cannot be read: {}",
                        unavailable.getClass().getSimpleName());
                warned = true;
            }
            return true;
        }
    }

    private boolean isClose(String group, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = admin().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        long behind = 0;
        long position = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : read.entrySet()) {
            if (entry.getValue() != null && ends.containsKey(entry.getKey())) {
                behind +=
                        Math.max(0, ends.get(entry.getKey()) - entry.getValue().offset());
                position += entry.getValue().offset();
            }
        }
        Progress now = progress.getOrDefault(group, Progress.NONE).at(position, System.nanoTime());
        progress.put(group, now);
        return behind <= NEGLIGIBLE_LAG || now.isStalled() || behind <= now.perSecond() * maxLag.toMillis() / 1000;
    }

    /**
     * A group's reading speed, smoothed over some seconds.
     *
     * @param position number of events that it has read
     * @param at time of the last measurement; 0 for never
     * @param movedAt time of the last progress
     */
    record Progress(long position, long at, long movedAt, double perSecond) {

        static final Progress NONE = new Progress(0, 0, 0, 0);
        private static final long STANDSTILL_NANOS = Duration.ofSeconds(30).toNanos();
        private static final double SMOOTHING_SECONDS = 2;

        Progress at(long newPosition, long now) {
            if (at == 0) {
                return new Progress(newPosition, now, now, 0);
            }
            double seconds = (now - at) / 1e9;
            double share = Math.min(1, seconds / SMOOTHING_SECONDS);
            return new Progress(
                    newPosition,
                    now,
                    newPosition > position ? now : movedAt,
                    perSecond * (1 - share) + (newPosition - position) / seconds * share);
        }

        /** Whether the group does not read at all. An import does not wait for a service that is down. */
        boolean isStalled() {
            return at - movedAt > STANDSTILL_NANOS;
        }
    }

    private Map<TopicPartition, Long> endOffsets() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = admin()
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .values()
                .stream()
                .flatMap(described -> described.partitions().stream())
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition.partition()), unused -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin().listOffsets(latest).all().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = Admin.create(settings);
            admin = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(TIMEOUT);
        }
    }
}
