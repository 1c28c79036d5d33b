package nl.klimrek.benchmarks.pipeline;

import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;

/**
 * Commands of four writers, ten for each person: first as many as will go, then at half the pace that ours could hold,
 * to see how long one is under way when nothing piles up. Ours and the raw loop take turns, also while they warm up.
 */
public final class PipelineFigure implements Figure {

    private static final int ROUNDS = 3;
    private static final int COMMANDS_EACH = 10;
    private static final int ENOUGH_FOR_ONE_ROUND = 5_000;
    private static final int FEWEST = 1_000;
    private static final int WARM_UPS = 2;
    private static final int MAJORITY_ROUND = 99;
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double LONGEST_SCHEDULE_SECONDS = 60;
    private static final double SHARE_OF_CAPACITY = 0.5;

    @Override
    public String name() {
        return "pipeline.journey";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int commands = setting.commands() > 0 ? setting.commands() : setting.size(2_000, 10_000);
        // A long round needs no repetition.
        int rounds = commands < ENOUGH_FOR_ONE_ROUND ? ROUNDS : 1;
        PipelineResults ours = new PipelineResults();
        PipelineResults raw = new PipelineResults();
        PipelineResults majority = new PipelineResults();
        try (Engines engines = Engines.start(setting, name());
                Pipeline ourPipeline = new OurPipeline(engines, setting.folder())) {
            try (Pipeline rawPipeline = new RawPipeline(engines, WriteConcern.W1)) {
                // Until both are compiled: a cold JVM measures its compiler, and the second one benefits from the first
                // for nothing.
                for (int warmUp = 1; warmUp <= WARM_UPS; warmUp++) {
                    LoadGenerator.closed(ourPipeline, journey("warm-" + warmUp, Math.max(FEWEST, commands)));
                    LoadGenerator.closed(rawPipeline, journey("warm-" + warmUp, Math.max(FEWEST, commands)));
                }
                for (int round = 1; round <= rounds; round++) {
                    double pace = SHARE_OF_CAPACITY * closed(engines, ourPipeline, round, commands, ours);
                    closed(engines, rawPipeline, round, commands, raw);
                    open(ourPipeline, round, commands, pace, ours);
                    open(rawPipeline, round, commands, pace, raw);
                }
            }
            withMajority(engines, commands, majority);
        }
        lines.accept(new ReportLine(
                "pipeline.throughput-per-s",
                ours.perSecond.value(),
                raw.perSecond.value(),
                Double.NaN,
                Double.NaN,
                commands + " commands a round, as fast as 4 writers can; " + WARM_UPS + " rounds before do not count"));
        lines.accept(ReportLine.of(
                "pipeline.beside-majority-per-s",
                ours.perSecond.value(),
                majority.perSecond.value(),
                "the same beside a raw loop whose writes wait for a majority, as ours do"));
        lines.accept(latency("pipeline.latency-p50-ms", ours, ours.p50.value(), raw.p50.value()));
        lines.accept(latency("pipeline.latency-p99-ms", ours, ours.p99.value(), raw.p99.value()));
        lines.accept(
                ReportLine.of(
                        "pipeline.cpu-us",
                        ours.cpuMicros.value(),
                        raw.cpuMicros.value(),
                        "processor time of a command, engines and journal included; says more than the above on a busy machine"));
        lines.accept(ReportLine.of(
                "pipeline.store-trips",
                ours.store.value(),
                raw.store.value(),
                "round trips to the store for a command, journal included"));
        lines.accept(ReportLine.of(
                "pipeline.broker-trips",
                ours.broker.value(),
                raw.broker.value(),
                "requests to the broker for a command, journal included"));
    }

    private static void withMajority(Engines engines, int commands, PipelineResults measured) throws Exception {
        try (Pipeline pipeline = new RawPipeline(engines, WriteConcern.MAJORITY)) {
            LoadGenerator.closed(pipeline, journey("warm-majority", Math.max(FEWEST, commands)));
            closed(engines, pipeline, MAJORITY_ROUND, commands, measured);
        }
    }

    private static ReportLine latency(String name, PipelineResults ours, double our, double raw) {
        return new ReportLine(
                name,
                our,
                raw,
                ours.p50.value(),
                ours.p99.value(),
                "command due until entry stored, on a schedule at half of our throughput");
    }

    private static double closed(Engines engines, Pipeline pipeline, int round, int commands, PipelineResults measured)
            throws Exception {
        Journey journey = journey("closed-" + round, commands);
        RoundTrips before = pipeline.trips();
        Duration cpu = engines.processorTime();
        LoadGenerator.closed(pipeline, journey);
        measured.cpuMicros.add(engines.processorTime().minus(cpu).toNanos() / NANOS_PER_MICRO / commands);
        RoundTrips trips = pipeline.trips().minus(before);
        measured.perSecond.add(journey.perSecond());
        measured.store.add(trips.store() / commands);
        measured.broker.add(trips.broker() / commands);
        return journey.perSecond();
    }

    private static void open(Pipeline pipeline, int round, int commands, double pace, PipelineResults measured)
            throws Exception {
        int scheduled = Math.max(FEWEST, (int) Math.min(commands, pace * LONGEST_SCHEDULE_SECONDS))
                / COMMANDS_EACH
                * COMMANDS_EACH;
        Journey journey = journey("open-" + round, scheduled);
        LoadGenerator.open(pipeline, journey, pace);
        measured.p50.add(journey.millis(50));
        measured.p99.add(journey.millis(99));
    }

    private static Journey journey(String name, int commands) {
        return new Journey(name, commands, commands / COMMANDS_EACH);
    }
}
