package nl.klimrek.benchmarks.scale;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;

/**
 * Reading of a backlog of whole conversations by one, two and four instances of one service, as processes on three brokers and
 * one store. Raw is one instance in the same run. Processes that share a few cores take them from each other, so the ratio shows
 * what instances cost, not what machines bring; the processor time of an event says more on a busy machine.
 */
public final class ReaderScaleFigure implements Figure {

    /** Events of the full measurement; with fewer the backlog ends while the JVM still compiles. */
    private static final int FULL_BACKLOG = 16_000;

    private static final List<Integer> INSTANCES = List.of(1, 2, 4);

    private final String reader;

    private ReaderScaleFigure(String reader) {
        this.reader = reader;
    }

    /** A figure for each service that reads much, which can be measured by itself. */
    public static List<Figure> all() {
        return Stream.of("conversations", "reminders", "journal", "insights")
                .<Figure>map(ReaderScaleFigure::new)
                .toList();
    }

    @Override
    public String name() {
        return "scale.readers." + reader;
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int events = setting.backlog() > 0 ? setting.backlog() : setting.size(1_300, FULL_BACKLOG);
        ReaderRate ofOne = ReaderRate.NONE;
        try (ScalePlatform platform = new ScalePlatform(setting.folder().resolve(name()));
                ConversationBacklog backlog = new ConversationBacklog(platform)) {
            for (int instances : INSTANCES) {
                backlog.add(events / ConversationClient.EVENTS);
                ReaderRate rate = ReaderRate.of(platform, reader, instances);
                ofOne = instances == 1 ? rate : ofOne;
                lines.accept(ReportLine.of(
                        "scale." + reader + "-reads-by-" + instances + "-per-s",
                        rate.perSecond(),
                        ofOne.perSecond(),
                        "all instances together, second half of " + rate.events() + " events; raw: one instance"));
                lines.accept(ReportLine.of(
                        "scale." + reader + "-cpu-by-" + instances + "-us",
                        rate.cpuMicros(),
                        ofOne.cpuMicros(),
                        "processor time of an event in the instances, compiler included; raw: one instance"));
            }
        }
    }
}
