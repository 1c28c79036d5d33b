package nl.klimrek.benchmarks.scale;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;

/** Readers of services with one, two and four instances, as processes on three brokers and one store. */
public final class ScaleOutFigure implements Figure {

    private static final List<String> READERS = List.of("conversations", "journal", "reminders", "insights");
    private static final int[] INSTANCES = {1, 2, 4};
    private static final int EVENTS_OF_CONVERSATION = 13;
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(10);
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "scale.out";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int events = setting.backlog() > 0 ? setting.backlog() : setting.size(2_000, 8_000);
        try (ScalePlatform platform = new ScalePlatform(setting.folder().resolve("scale-out"));
                ConversationBacklog backlog = new ConversationBacklog(platform)) {
            for (int instances : INSTANCES) {
                if (instances > Integer.getInteger("klimrek.bench.instances", 4)) {
                    return;
                }
                backlog.add(events / EVENTS_OF_CONVERSATION);
                for (String reader : READERS) {
                    double perSecond = read(platform, reader, instances);
                    lines.accept(ReportLine.of(
                            "scale." + reader + "-reads-by-" + instances + "-per-s", perSecond, Double.NaN, "events"));
                }
            }
        }
    }

    /** Events a second between a fifth and nineteen twentieths of the backlog. */
    private static double read(ScalePlatform platform, String reader, int instances) throws Exception {
        try (GroupProgress progress = new GroupProgress(platform.bootstrapServers(), reader)) {
            long before = progress.read();
            long end = progress.written();
            List<Instance> started = platform.start(reader, instances);
            try {
                List<GroupProgress.Sample> samples = progress.until(end, READ_TIMEOUT);
                GroupProgress.Sample from = first(samples, before + (end - before) / 5);
                GroupProgress.Sample to = first(samples, end - (end - before) / 20);
                return (to.read() - from.read()) * NANOS_PER_SECOND / (to.at() - from.at());
            } finally {
                started.forEach(Instance::close);
            }
        }
    }

    private static GroupProgress.Sample first(List<GroupProgress.Sample> samples, long read) {
        return samples.stream()
                .filter(sample -> sample.read() >= read)
                .findFirst()
                .orElseThrow();
    }
}
