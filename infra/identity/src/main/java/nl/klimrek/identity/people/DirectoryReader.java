package nl.klimrek.identity.people;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the whole directory topic at every start, then follows it. It uses no consumer group, because each instance
 * needs every record. A missing topic is an empty directory; an unavailable broker is retried. An unreadable record
 * is logged with its position and skipped; only that person cannot log in.
 */
public final class DirectoryReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONG_POLL = Duration.ofSeconds(5);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(5);
    /** A topic that is there seldom gets more partitions. */
    private static final Duration LOOK_FOR_MORE = Duration.ofSeconds(30);

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final PersonDirectory directory;
    private final DirectoryRecordParser reader;
    private final Clock clock;
    private final Map<TopicPartition, Long> startEnds = new HashMap<>();
    private @Nullable Consumer<String, byte[]> consumer;
    private volatile boolean running;
    private @Nullable Thread thread;
    private Instant lookAgainAt = Instant.MIN;

    DirectoryReader(
            String topic,
            Supplier<Consumer<String, byte[]>> consumers,
            PersonDirectory directory,
            DirectoryRecordParser reader,
            Clock clock) {
        this.topic = topic;
        this.consumers = consumers;
        this.directory = directory;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        Consumer<String, byte[]> reading = consumers.get();
        consumer = reading;
        running = true;
        thread = new Thread(() -> follow(reading), "identity-directory");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (consumer == null || thread == null) {
            return;
        }
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow(Consumer<String, byte[]> reading) {
        try (reading) {
            while (running) {
                step(reading);
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("The directory reader stops");
        } finally {
            running = false;
        }
    }

    private void step(Consumer<String, byte[]> reading) {
        try {
            findPartitions(reading);
            if (reading.assignment().isEmpty()) {
                LockSupport.parkNanos(POLL.toNanos());
            } else {
                reading.poll(directory.complete() ? LONG_POLL : POLL).forEach(this::apply);
                noticeEndOfStart(reading);
            }
        } catch (WakeupException | InterruptException stopping) {
            throw stopping;
        } catch (KafkaException e) {
            LOG.warn("The directory topic {} cannot be read, retrying: {}", topic, e.getMessage());
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Reads new partitions from their beginning; assigned ones keep their position. */
    private void findPartitions(Consumer<String, byte[]> reading) {
        if (clock.instant().isBefore(lookAgainAt)) {
            return;
        }
        List<TopicPartition> all = reading.listTopics(LOOK_FOR_PARTITIONS).getOrDefault(topic, List.of()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        List<TopicPartition> added = new ArrayList<>(all);
        added.removeAll(reading.assignment());
        if (!added.isEmpty()) {
            Map<TopicPartition, Long> ends = reading.endOffsets(all);
            reading.assign(all);
            reading.seekToBeginning(added);
            startEnds.putAll(ends);
        }
        if (all.isEmpty()) {
            directory.markComplete();
        }
        lookAgainAt = clock.instant().plus(all.isEmpty() ? LOOK_FOR_PARTITIONS : LOOK_FOR_MORE);
    }

    private void noticeEndOfStart(Consumer<String, byte[]> reading) {
        if (!directory.complete()
                && startEnds.entrySet().stream().allMatch(end -> reading.position(end.getKey()) >= end.getValue())) {
            directory.markComplete();
            LOG.info("The directory was read");
        }
    }

    private void apply(ConsumerRecord<String, byte[]> record) {
        try {
            reader.applyTo(directory, record);
        } catch (IOException e) {
            LOG.warn(
                    "Skipped an unreadable record at {}-{}@{}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
        }
    }
}
