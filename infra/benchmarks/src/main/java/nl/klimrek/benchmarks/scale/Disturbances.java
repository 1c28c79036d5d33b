package nl.klimrek.benchmarks.scale;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.ReportLine;
import org.apache.kafka.common.TopicPartition;

/** An instance that joins, leaves, and is killed, while clients work at two others. */
final class Disturbances {

    private static final String SERVICE = "conversations";
    private static final int CLIENTS = 4;
    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final Duration CALM = Duration.ofSeconds(8);
    private static final Duration CATCH_UP_TIMEOUT = Duration.ofMinutes(3);
    private static final double NANOS_PER_SECOND = 1e9;

    private final ScalePlatform platform;
    private final Consumer<ReportLine> lines;

    Disturbances(ScalePlatform platform, Consumer<ReportLine> lines) {
        this.platform = platform;
        this.lines = lines;
    }

    void measure() throws Exception {
        List<Instance> staying = platform.start(SERVICE, 2);
        ConversationClient client = new ConversationClient(
                platform.tokens(), staying.stream().map(Instance::url).toList());
        long closedBefore = platform.count(ScalePlatform.CLOSED);
        try (GroupProgress progress = new GroupProgress(platform.bootstrapServers(), SERVICE);
                ConversationLoad load = new ConversationLoad(client, CLIENTS, ENDLESS)) {
            TimeUnit.SECONDS.sleep(CALM.toSeconds());
            double calm = longestPause(progress.during(CALM));
            Instance third = platform.start(SERVICE);
            lines.accept(pause("joins", longestPause(until(progress, third::awaitListening)), calm));
            lines.accept(pause("leaves", longestPause(until(progress, third::stop)), calm));
            lines.accept(ReportLine.of(
                    "scale.moved-on-after-kill-s",
                    killed(progress, staying.get(1)),
                    Double.NaN,
                    "from kill -9 until every partition with new events moved on"));
            load.finish();
            awaitEverythingSent(progress, closedBefore + client.closed());
        } finally {
            staying.forEach(Instance::close);
        }
    }

    /** Samples from now until {@code CALM} after the action ended. */
    private static List<GroupProgress.Sample> until(GroupProgress progress, Callable<?> action) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> acting = thread.submit(action);
            List<GroupProgress.Sample> samples = progress.during(CALM);
            while (!acting.isDone()) {
                samples.addAll(progress.during(Duration.ofSeconds(1)));
            }
            acting.get();
            samples.addAll(progress.during(CALM));
            return samples;
        } finally {
            thread.shutdownNow();
        }
    }

    /** Seconds from one sample with progress to the next, at most. */
    private static double longestPause(List<GroupProgress.Sample> samples) {
        long longest = 0;
        GroupProgress.Sample moved = samples.get(0);
        for (GroupProgress.Sample sample : samples) {
            if (sample.read() > moved.read()) {
                longest = Math.max(longest, sample.at() - moved.at());
                moved = sample;
            }
        }
        return longest / NANOS_PER_SECOND;
    }

    private static double killed(GroupProgress progress, Instance instance) throws Exception {
        long begin = System.nanoTime();
        instance.kill();
        Map<TopicPartition, Long> read = progress.readByPartition();
        TimeUnit.SECONDS.sleep(CALM.toSeconds());
        Set<TopicPartition> waiting = new HashSet<>();
        progress.writtenByPartition().forEach((partition, end) -> {
            if (end > read.getOrDefault(partition, 0L)) {
                waiting.add(partition);
            }
        });
        long deadline = begin + CATCH_UP_TIMEOUT.toNanos();
        while (!waiting.isEmpty()) {
            progress.during(Duration.ofMillis(100));
            Map<TopicPartition, Long> now = progress.readByPartition();
            waiting.removeIf(partition -> now.getOrDefault(partition, 0L) > read.getOrDefault(partition, 0L));
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("nobody reads " + waiting);
            }
        }
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }

    /** Fails unless every acknowledged end of a conversation is published once, and everything is read. */
    private void awaitEverythingSent(GroupProgress progress, long closed) throws Exception {
        long deadline = System.nanoTime() + CATCH_UP_TIMEOUT.toNanos();
        while (platform.count(ScalePlatform.CLOSED) < closed || progress.read() < progress.written()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(platform.count(ScalePlatform.CLOSED) + " of " + closed
                        + " conversations ended for readers, " + progress.read() + " of " + progress.written()
                        + " events were read");
            }
            TimeUnit.SECONDS.sleep(1);
        }
        long published = platform.count(ScalePlatform.CLOSED);
        if (published != closed) {
            throw new IllegalStateException(closed + " conversations ended, and " + published + " were published");
        }
        lines.accept(ReportLine.of(
                "scale.lost-after-kill", (double) (closed - published), Double.NaN, "of " + closed + " ends"));
    }

    private static ReportLine pause(String when, double pause, double calm) {
        return ReportLine.of(
                "scale.pause-when-one-" + when + "-s", pause, calm, "longest time without progress; raw: undisturbed");
    }
}
