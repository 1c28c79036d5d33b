package nl.klimrek.benchmarks.conversations;

import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;

/** Measures planning, replanning, the launch of a cycle and a whole conversation. */
public final class ConversationsFigure implements Figure {

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        PlannerFigures.measure(lines);
        try (Engines engines = Engines.start(setting, name());
                BenchmarkedConversations service = new BenchmarkedConversations(engines)) {
            ConversationBenchmark.measure(setting, engines, service, lines);
            CycleLaunchBenchmark.measure(engines, service, lines);
        }
    }
}
