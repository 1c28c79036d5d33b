package nl.klimrek.benchmarks.scale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;

/**
 * Services with one, two and four instances, as processes on three brokers and one store: commands, reading of a backlog,
 * and what happens when an instance joins, leaves or is killed. Raw is one instance in the same run. Processes that share a
 * few cores take them from each other, so the ratio shows what instances cost, not what machines bring.
 */
public final class ScaleOutFigure implements Figure {

    private static final List<String> READERS = List.of("conversations", "journal", "reminders", "insights");
    private static final List<Integer> INSTANCES = List.of(1, 2, 4);
    private static final int CLIENTS = 8;
    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final int WARM_UP_SECONDS = 6;

    private final Map<String, Double> ofOne = new HashMap<>();

    @Override
    public String name() {
        return "scale.out";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int events = setting.backlog() > 0 ? setting.backlog() : setting.size(2_000, 8_000);
        try (ScalePlatform platform = new ScalePlatform(setting.folder().resolve("scale-out"))) {
            try (ConversationBacklog backlog = new ConversationBacklog(platform)) {
                for (int instances : INSTANCES) {
                    backlog.add(events / ConversationClient.EVENTS);
                    for (String reader : READERS) {
                        lines.accept(line(
                                "scale." + reader + "-reads-by-", instances, ReaderRate.of(platform, reader, instances)));
                    }
                }
            }
            for (int instances : INSTANCES) {
                lines.accept(line("scale.commands-by-", instances, commands(platform, instances, setting.size(5, 15))));
            }
            new Disturbances(platform, lines).measure();
        }
    }

    private static double commands(ScalePlatform platform, int instances, int seconds) throws Exception {
        List<Instance> started = platform.start("conversations", instances);
        ConversationClient client = new ConversationClient(
                platform.tokens(), started.stream().map(Instance::url).toList());
        try (ConversationLoad load = new ConversationLoad(client, CLIENTS, ENDLESS)) {
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            double perSecond = load.perSecond(seconds);
            load.finish();
            return perSecond;
        } finally {
            started.forEach(Instance::close);
        }
    }

    private ReportLine line(String name, int instances, double perSecond) {
        ofOne.putIfAbsent(name, perSecond);
        return ReportLine.of(
                name + instances + "-per-s",
                perSecond,
                Objects.requireNonNull(ofOne.get(name)),
                instances == 1 ? "one instance" : instances + " instances; raw: one");
    }
}
