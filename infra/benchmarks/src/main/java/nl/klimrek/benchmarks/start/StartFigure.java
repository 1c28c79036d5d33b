package nl.klimrek.benchmarks.start;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.Median;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.benchmarks.engines.PlatformProcess;

/**
 * {@code infra/up}, already built, until it says that it is ready: on an empty folder, and on the same folder again.
 * Beside it a JVM with only the broker, its topics and the store, started in the same way.
 */
public final class StartFigure implements Figure {

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        Starts ours = new Starts();
        Starts raw = new Starts();
        for (int round = 1; round <= setting.size(1, 3); round++) {
            String folder = "start-" + round;
            for (Median seconds : List.of(ours.empty, ours.again)) {
                platform(setting, setting.folder().resolve(folder), seconds, ours.memory);
            }
            for (Median seconds : List.of(raw.empty, raw.again)) {
                engines(setting, folder + "-raw", seconds, raw.memory);
            }
        }
        lines.accept(ReportLine.of(
                "start.empty-s", ours.empty.value(), raw.empty.value(), "until ready; raw: broker and store only"));
        lines.accept(
                ReportLine.of("start.again-s", ours.again.value(), raw.again.value(), "on what the first start left"));
        lines.accept(ReportLine.of("start.memory-MiB", ours.memory.value(), raw.memory.value(), "resident when ready"));
    }

    private static void platform(BenchmarkSettings setting, Path data, Median seconds, Median memory) throws Exception {
        long begin = System.nanoTime();
        try (PlatformProcess up = PlatformProcess.start(setting, data)) {
            seconds.add((System.nanoTime() - begin) / NANOS_PER_SECOND);
            memory.add(up.process().residentMebibytes());
        }
    }

    private static void engines(BenchmarkSettings setting, String folder, Median seconds, Median memory)
            throws Exception {
        long begin = System.nanoTime();
        try (Engines engines = Engines.start(setting, folder)) {
            seconds.add((System.nanoTime() - begin) / NANOS_PER_SECOND);
            memory.add(engines.process().residentMebibytes());
        }
    }

    private static final class Starts {
        private final Median empty = new Median();
        private final Median again = new Median();
        private final Median memory = new Median();
    }
}
