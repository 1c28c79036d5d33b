package nl.klimrek.benchmarks.scale;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;

/**
 * Commands of eight clients at one, two and four instances of conversations, which read their own events meanwhile; then
 * what readers do when an instance joins, leaves or is killed. Raw is one instance in the same run.
 */
public final class LoadScaleFigure implements Figure {

    private static final List<Integer> INSTANCES = List.of(1, 2, 4);
    private static final int CLIENTS = 8;
    private static final int ENDLESS = Integer.MAX_VALUE;
    private static final int WARM_UP_SECONDS = 6;

    @Override
    public String name() {
        return "scale.load";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        try (ScalePlatform platform = new ScalePlatform(setting.folder().resolve(name()))) {
            new ConversationBacklog(platform).close();
            double ofOne = Double.NaN;
            for (int instances : INSTANCES) {
                double perSecond = commands(platform, instances, setting.size(5, 15));
                ofOne = instances == 1 ? perSecond : ofOne;
                lines.accept(ReportLine.of(
                        "scale.commands-by-" + instances + "-per-s",
                        perSecond,
                        ofOne,
                        "acknowledged; raw: one instance"));
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
}
