package nl.klimrek.benchmarks.front;

import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
 * what the platform uses while nobody does anything. Each size of the organisation has a platform of its own.
 */
public final class FrontFigure implements Figure {

    private static final int DEMO = 14;
    private static final int LARGE = 10_000;
    private static final int MANY_CLIENTS = 8;
    private static final int WARM_UP_EACH = 24;
    private static final int TENTH_MINUTE_BEGINS = 540;
    private static final int MINUTE = 60;

    private final int people;

    private FrontFigure(int people) {
        this.people = people;
    }

    /** One figure for each size of the organisation. */
    public static List<Figure> all() {
        return Stream.of(DEMO, 1_000, LARGE).<Figure>map(FrontFigure::new).toList();
    }

    @Override
    public String name() {
        return "front." + people;
    }

    @Override
    public boolean onlyWhenNamed() {
        return people == LARGE;
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        RawConversations.Cost raw = RawConversations.measure(setting, name(), 100);
        try (PlatformProcess platform =
                PlatformProcess.start(setting, setting.folder().resolve(name()))) {
            long started = System.nanoTime();
            ProcessThreads process = new ProcessThreads(platform.process().pid());
            DemoTokens tokens = new DemoTokens(platform);
            HttpClient http = HttpClient.newHttpClient();
            FrontReport report = new FrontReport(platform, lines, raw, people);
            Pairs pairs = Pairs.of(platform, tokens, http);
            if (people == DEMO) {
                minute("first", pairs, setting.soak() ? MINUTE : MINUTE / 2, report);
            } else {
                new RosterGrowth(platform.address(), List.of("infra/token", "hr", "--port", "" + platform.port()))
                        .growTo(people);
                pairs = Pairs.grown(platform, tokens, http);
                Quiet.await(process);
            }
            Measurement measurement = new Measurement(setting, pairs, process, report);
            // Otherwise the compiler is measured as well.
            Load.closed(pairs, MANY_CLIENTS, WARM_UP_EACH, pair -> WholeConversation.hold(pair, new StepTimes()));
            measurement.idle();
            Recording recording =
                    setting.profile() ? Recording.start(platform.process().pid(), name()) : null;
            Spent.Since since = Spent.Since.now(process);
            measurement.all();
            if (recording != null) {
                recording.keep(since.spent());
            }
            report.memory(platform.process().residentMebibytes());
            if (people == DEMO && setting.soak()) {
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
        StepTimes empty = new StepTimes();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int turn = 0; System.nanoTime() < end; turn++) {
            Pairs.Pair pair = pairs.of(turn);
            WholeConversation.hold(pair, times);
            empty.timed(FrontReport.EMPTY, () -> pair.employee().empty());
        }
        report.minute(which, times, empty);
    }
}
