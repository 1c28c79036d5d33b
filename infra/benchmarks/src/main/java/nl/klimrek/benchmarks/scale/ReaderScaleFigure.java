package nl.klimrek.benchmarks.scale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;

/**
 * Reading of a backlog of whole conversations by one, two and four instances, as processes on three brokers and one store.
 * Raw is one instance in the same run. Processes that share a few cores take them from each other, so the ratio shows what
 * instances cost, not what machines bring.
 */
public final class ReaderScaleFigure implements Figure {

    private static final List<String> READERS = List.of("conversations", "journal", "reminders", "insights");
    private static final List<Integer> INSTANCES = List.of(1, 2, 4);

    @Override
    public String name() {
        return "scale.readers";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int events = setting.backlog() > 0 ? setting.backlog() : setting.size(2_000, 12_000);
        Map<String, Double> ofOne = new HashMap<>();
        try (ScalePlatform platform = new ScalePlatform(setting.folder().resolve(name()));
                ConversationBacklog backlog = new ConversationBacklog(platform)) {
            for (int instances : INSTANCES) {
                backlog.add(events / ConversationClient.EVENTS);
                for (String reader : READERS) {
                    double perSecond = ReaderRate.of(platform, reader, instances);
                    lines.accept(ReportLine.of(
                            "scale." + reader + "-reads-by-" + instances + "-per-s",
                            perSecond,
                            ofOne.computeIfAbsent(reader, first -> perSecond),
                            "events of the second half; raw: one instance"));
                }
            }
        }
    }
}
