package nl.klimrek.benchmarks.reminders;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.conversations.SyntheticOrganisation;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.contracts.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * Prompts that are planned for a cycle, and events of whole conversations that are read. Raw is plain inserts of prompts into the
 * same store, on as many threads as a reader has.
 */
final class ReadingMeasurement {

    private static final long TIMEOUT_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String GROUP = "reminders";
    private static final int THREADS = 4;
    private static final int RAW_INSERTS = 8_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Engines engines;
    private final PromptFiller filler;
    private final Clock clock;

    ReadingMeasurement(Engines engines, PromptFiller filler, Clock clock) {
        this.engines = engines;
        this.filler = filler;
        this.clock = clock;
    }

    void measure(BenchmarkedReminders reminders, int conversations, Consumer<ReportLine> lines) throws Exception {
        SyntheticOrganisation.publish(
                engines.bootstrapServers(), reminders.people(), BenchmarkedReminders.ORGANISATION, conversations + 1);
        try (PlannedConversations events = new PlannedConversations(engines.bootstrapServers(), clock.instant());
                Admin admin = Admin.create(Map.of("bootstrap.servers", engines.bootstrapServers()))) {
            // A JVM that has just started measures its compiler.
            events.whole(conversations / 50);
            awaitRead(admin);
            double raw = filler.insertsPerSecond(RAW_INSERTS, THREADS);
            long before = filler.count();
            long begin = System.nanoTime();
            events.planned(conversations);
            awaitRead(admin);
            lines.accept(ReportLine.of(
                    "reminders.planned-per-s",
                    (filler.count() - before) / seconds(begin),
                    raw,
                    "prompts for a cycle of " + conversations + " conversations; raw: plain inserts"));
            begin = System.nanoTime();
            int read = events.whole(conversations / 10);
            awaitRead(admin);
            lines.accept(ReportLine.of(
                    "reminders.reads-per-s",
                    read / seconds(begin),
                    raw,
                    "events of whole conversations; raw: plain inserts"));
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    /** Waits until the service has read everything about conversations. */
    private static void awaitRead(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends(admin);
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (!isRead(admin, ends)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the service did not read everything");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        TopicDescription topic = Objects.requireNonNull(admin.describeTopics(List.of(Topics.CONVERSATIONS))
                .allTopicNames()
                .get()
                .get(Topics.CONVERSATIONS));
        Map<TopicPartition, OffsetSpec> wanted = topic.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic.name(), partition.partition()),
                        partition -> OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static boolean isRead(Admin admin, Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException {
        var read = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0
                        || read.get(end.getKey()) != null
                                && read.get(end.getKey()).offset() >= end.getValue());
    }
}
