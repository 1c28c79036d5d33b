package nl.klimrek.benchmarks.front;

import java.net.http.HttpClient;
import java.util.List;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.PlatformProcess;
import nl.klimrek.benchmarks.portal.RosterGrowth;
import nl.klimrek.benchmarks.process.ProcessThreads;
import nl.klimrek.benchmarks.process.Quiet;
import nl.klimrek.benchmarks.process.Recording;
import nl.klimrek.benchmarks.process.Spent;

/**
 * Whole conversations through the portal of {@code infra/up}: what people wait for, what it costs until everybody knows, and
 * what the platform uses while nobody does anything.
 */
public final class FrontFigure implements Figure {

    private static final int DEMO = 14;
    private static final int MANY_CLIENTS = 8;
    private static final int WARM_UP_EACH = 24;
    private static final int TENTH_MINUTE_BEGINS = 540;
    private static final int MINUTE = 60;

    @Override
    public String name() {
        return "front";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        RawConversations.Cost raw = RawConversations.measure(setting, 100);
        try (PlatformProcess platform =
                PlatformProcess.start(setting, setting.folder().resolve("front"))) {
            long started = System.nanoTime();
            ProcessThreads process = new ProcessThreads(platform.process().pid());
            DemoTokens tokens = new DemoTokens(platform);
            HttpClient http = HttpClient.newHttpClient();
            Pairs pairs = Pairs.of(platform, tokens, http);
            FrontReport report = new FrontReport(platform, lines, raw);
            minute("first", pairs, setting.soak() ? MINUTE : MINUTE / 2, report);
            Measurement measurement = new Measurement(setting, pairs, process, report);
            // Otherwise the first size measures the compiler, and a larger one would seem to be faster.
            Load.closed(pairs, MANY_CLIENTS, WARM_UP_EACH, pair -> WholeConversation.hold(pair, new StepTimes()));
            measurement.idle();
            Recording recording =
                    setting.profile() ? Recording.start(platform.process().pid()) : null;
            Spent.Since since = Spent.Since.now(process);
            measurement.at(DEMO);
            if (recording != null) {
                recording.keep(since.spent());
            }
            RosterGrowth roster =
                    new RosterGrowth(platform.address(), List.of("infra/token", "hr", "--port", "" + platform.port()));
            for (int people : setting.soak() ? List.of(1_000, 10_000) : List.of(1_000)) {
                roster.growTo(people);
                measurement.with(Pairs.grown(platform, tokens, http));
                Quiet.await(process);
                measurement.at(people);
            }
            report.memory(platform.process().residentMebibytes());
            if (setting.soak()) {
                long left = TENTH_MINUTE_BEGINS - (System.nanoTime() - started) / 1_000_000_000;
                if (left > 0) {
                    Load.during(pairs, (int) left, pair -> WholeConversation.hold(pair, new StepTimes()));
                }
                minute("tenth", pairs, MINUTE, report);
            }
        }
    }

    private static void minute(String which, Pairs pairs, int seconds, FrontReport report) throws Exception {
        StepTimes times = new StepTimes();
        Load.during(pairs, seconds, pair -> WholeConversation.hold(pair, times));
        report.minute(which, times);
    }
}
