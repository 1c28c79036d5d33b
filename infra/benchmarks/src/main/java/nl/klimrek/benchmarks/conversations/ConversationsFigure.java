package nl.klimrek.benchmarks.conversations;

import java.util.function.Consumer;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.Line;
import nl.klimrek.benchmarks.Setting;
import nl.klimrek.benchmarks.engines.Engines;

/** Planning, planning again, launching a cycle, and a whole conversation. */
public final class ConversationsFigure implements Figure {

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public void measure(Setting setting, Consumer<Line> lines) throws Exception {
        PlannerFigures.measure(lines);
        try (Engines engines = Engines.start(setting, name());
                RunningConversations service = new RunningConversations(engines)) {
            WholeConversations.measure(setting, engines, service, lines);
            Launches.measure(engines, service, lines);
        }
    }
}
