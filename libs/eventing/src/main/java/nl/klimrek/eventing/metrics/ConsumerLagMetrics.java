package nl.klimrek.eventing.metrics;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.eventing.control.GroupPositions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the lag of a consumer group as {@code klimrek.inbox.lag}, by topic and partition. It counts from the
 * committed offset, so a record that keeps failing counts. Without an answer
 * from the broker there is no value. {@code klimrek.inbox.lost} counts records that retention deleted unread.
 */
public final class ConsumerLagMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLagMetrics.class);
    private static final long TIMEOUT_MILLIS = 5_000;

    private final Admin admin;
    private final String group;
    private final Set<String> topics;
    private final ConsumerProgress progress;
    private final Clock clock;
    private final MultiGauge lag;
    private final MeterRegistry meters;
    private final MissedDeletions missed;
    private final UnreadDeletions unread = new UnreadDeletions();
    private final GroupPositions positions;
    private final Thread thread;

    /**
     * @param positions where the positions are noted, so that a backup of the store has them
     * @param interval how long between two looks
     */
    public ConsumerLagMetrics(
            Admin admin,
            String group,
            Set<String> topics,
            ConsumerProgress progress,
            GroupPositions positions,
            MeterRegistry meters,
            Clock clock,
            Duration interval) {
        this.admin = admin;
        this.group = group;
        this.topics = topics;
        this.progress = progress;
        this.positions = positions;
        this.clock = clock;
        this.meters = meters;
        this.missed = new MissedDeletions(admin, group, meters);
        this.lag = MultiGauge.builder("klimrek.inbox.lag").tag("group", group).register(meters);
        this.thread = new Thread(() -> run(interval.toMillis()), "inbox-watch-" + group);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(long intervalMillis) {
        boolean absenceChecked = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (!absenceChecked) {
                    missed.check(existingTopics(), positions.notedAt(group), clock.instant());
                    absenceChecked = true;
                }
                Map<TopicPartition, ConsumerProgress.Offsets> offsets = fetchOffsets();
                progress.update(offsets, clock.instant());
                publish();
                note();
                progress.awaitDemand(Duration.ofMillis(intervalMillis));
            } catch (InterruptedException interrupted) {
                return;
            } catch (ExecutionException | TimeoutException | RuntimeException unavailable) {
                LOG.debug("No offsets of group {}: {}", group, unavailable.toString());
                lag.register(List.of(), true);
                pause(intervalMillis);
            }
        }
    }

    private void note() {
        try {
            positions.note(group, progress.positions(), clock.instant());
        } catch (MongoException unavailable) {
            LOG.warn(
                    "The positions of group {} could not be noted in its store: {}",
                    group,
                    unavailable.getClass().getSimpleName());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<TopicPartition, ConsumerProgress.Offsets> fetchOffsets()
            throws InterruptedException, ExecutionException, TimeoutException {
        Collection<TopicPartition> partitions = partitions();
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        Map<TopicPartition, Long> first = offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, ConsumerProgress.Offsets> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            long start = Objects.requireNonNull(first.get(partition));
            countUnread(partition, offset, start);
            offsets.put(
                    partition,
                    new ConsumerProgress.Offsets(
                            offset == null ? start : offset.offset(),
                            start,
                            Objects.requireNonNull(end.get(partition))));
        }
        return offsets;
    }

    private void countUnread(TopicPartition partition, @Nullable OffsetAndMetadata committed, long first) {
        long lost = unread.count(partition, committed == null ? null : committed.offset(), first);
        if (lost > 0) {
            meters.counter("klimrek.inbox.lost", "group", group, "topic", partition.topic())
                    .increment((double) lost);
            LOG.error(
                    "Group {} lost {} records of {}: retention deleted them before the group read them",
                    group,
                    lost,
                    partition);
        }
    }

    private Set<String> existingTopics() throws InterruptedException, ExecutionException, TimeoutException {
        Set<String> existing = new HashSet<>(admin.listTopics().names().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
        existing.retainAll(topics);
        return existing;
    }

    /** Partitions of the topics that exist; a missing topic has no lag. */
    private Collection<TopicPartition> partitions() throws InterruptedException, ExecutionException, TimeoutException {
        return admin
                .describeTopics(existingTopics())
                .allTopicNames()
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .values()
                .stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)))
                .all()
                .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private void publish() {
        lag.register(
                progress.lag().entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(
                                Tags.of(
                                        "topic",
                                        entry.getKey().topic(),
                                        "partition",
                                        String.valueOf(entry.getKey().partition())),
                                entry.getValue()))
                        .toList(),
                true);
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join(TIMEOUT_MILLIS);
        admin.close(Duration.ofMillis(TIMEOUT_MILLIS));
    }
}
