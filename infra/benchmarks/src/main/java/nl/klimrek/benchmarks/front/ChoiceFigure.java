package nl.klimrek.benchmarks.front;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.PlatformProcess;
import nl.klimrek.benchmarks.process.ProcessThreads;
import nl.klimrek.benchmarks.process.Quiet;
import nl.klimrek.benchmarks.process.Spent;
import org.HdrHistogram.Histogram;

/** A short form of {@link FrontFigure} with one thing changed: start, memory, conversations of 14 people, idle. */
public final class ChoiceFigure implements Figure {

    private static final int COLD = 10;
    private static final int WARM_UP_EACH = 12;
    private static final int ONE_CLIENT = 20;
    private static final int EACH_OF_MANY = 10;
    private static final int MANY = 8;
    private static final int IDLE_SECONDS = 10;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final int MEBI = 1024 * 1024;

    private final ProcessChoice choice;

    private ChoiceFigure(ProcessChoice choice) {
        this.choice = choice;
    }

    /** One figure for each choice. */
    public static List<Figure> all() {
        return ProcessChoice.all().stream().<Figure>map(ChoiceFigure::new).toList();
    }

    @Override
    public String name() {
        return "choices." + choice.name();
    }

    @Override
    public boolean onlyWhenNamed() {
        return true;
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        Path folder = setting.folder().resolve(name());
        Map<String, String> environment = new HashMap<>(choice.environment());
        String options = choice.options();
        if (options.contains(ProcessChoice.ARCHIVE)) {
            options = options.replace(
                    ProcessChoice.ARCHIVE, archive(setting, lines).toString());
        }
        environment.put("KLIMREK_JAVA_OPTIONS", options);
        long begin = System.nanoTime();
        try (PlatformProcess platform = PlatformProcess.start(setting, folder, environment)) {
            double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            ProcessThreads process = new ProcessThreads(platform.process().pid());
            double ready = platform.process().residentMebibytes();
            line(
                    lines,
                    "start-s",
                    seconds,
                    "processor time %.1f s, %.0f MiB",
                    process.processNanos() / NANOS_PER_SECOND,
                    ready);
            measure(platform, process, lines);
            line(lines, "memory-MiB", platform.process().residentMebibytes(), "resident, after the load");
        }
    }

    private void measure(PlatformProcess platform, ProcessThreads process, Consumer<ReportLine> lines)
            throws Exception {
        Pairs pairs = Pairs.of(platform, new DemoTokens(platform), HttpClient.newHttpClient());
        StepTimes cold = new StepTimes();
        Load.closed(pairs, 1, COLD, pair -> WholeConversation.hold(pair, cold));
        line(lines, "cold-nine-ms", p50(cold), "first conversations of one client");
        Load.closed(pairs, MANY, WARM_UP_EACH, pair -> WholeConversation.hold(pair, new StepTimes()));
        Quiet.await(process);
        Spent.Since since = Spent.Since.now(process);
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        Spent idle = since.spent();
        line(lines, "idle-percent", idle.percent(), "%.0f wake-ups a second", idle.switches() / idle.seconds());
        closed(1, ONE_CLIENT, pairs, process, idle, lines);
        closed(MANY, EACH_OF_MANY, pairs, process, idle, lines);
    }

    private void closed(
            int clients, int each, Pairs pairs, ProcessThreads process, Spent idle, Consumer<ReportLine> lines)
            throws Exception {
        StepTimes times = new StepTimes();
        Spent.Since since = Spent.Since.now(process);
        double seconds = Load.closed(pairs, clients, each, pair -> WholeConversation.hold(pair, times));
        Quiet.await(process);
        Spent spent = since.spent();
        double millis = (spent.nanos() / NANOS_PER_MILLI - idle.percent() * 10 * spent.seconds()) / (clients * each);
        line(lines, "nine-by-" + clients + "-ms", p50(times), "%.1f conversations a second", clients * each / seconds);
        line(lines, "processor-by-" + clients + "-ms", millis, "of a conversation until quiet, without idle");
    }

    /** Makes a class-data archive of a platform that starts and stops. */
    private Path archive(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        Path file = setting.folder().resolve("platform.jsa");
        PlatformProcess platform = PlatformProcess.start(
                setting,
                setting.folder().resolve("archived"),
                Map.of("KLIMREK_JAVA_OPTIONS", "-XX:ArchiveClassesAtExit=" + file));
        long begin = System.nanoTime();
        platform.close();
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        line(
                lines,
                "archive-MB",
                (double) Files.size(file) / MEBI,
                "the run that made it took %.1f s to stop",
                seconds);
        return file;
    }

    private void line(Consumer<ReportLine> lines, String what, double value, String note, Object... values) {
        lines.accept(ReportLine.of(name() + "." + what, value, Double.NaN, String.format(Locale.ROOT, note, values)));
    }

    private static double p50(StepTimes times) {
        Histogram took = Objects.requireNonNull(times.steps().get(WholeConversation.NINE));
        return took.getValueAtPercentile(50) / MICROS_PER_MILLI;
    }
}
