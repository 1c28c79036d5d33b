package nl.klimrek.benchmarks.backlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.benchmarks.pipeline.PreparationWriter;
import nl.klimrek.contracts.Topics;

/**
 * The broker is taken away, commands go on, and their events wait in their documents. Then it comes back. Beside the
 * draining: the same number of events of the same size, produced from memory as fast as a producer can.
 */
public final class BacklogFigure implements Figure {

    private static final int WRITERS = 4;
    private static final int EVENTS_EACH = 10;
    /** Fills every bounded cache first, so that later growth is the backlog's. */
    private static final int WARM_UP = 20_000;

    private static final int WARM_UPS = 3;
    private static final int QUARTER = 4;
    private static final int TENTH = 10;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "pipeline.backlog";
    }

    /** Three times before do not count: a drain is over in seconds, and a cold JVM would spend them on its compiler. */
    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int events = setting.backlog() > 0 ? setting.backlog() : setting.size(5_000, 40_000);
        int each = events / QUARTER;
        try (Engines engines = Engines.start(setting, "backlog");
                PreparationWriter writer = PreparationWriter.start(engines, "benchmark-backlog")) {
            try (ArrivalCounter arrivals = new ArrivalCounter(engines.bootstrapServers(), Topics.CONVERSATIONS)) {
                write(writer, "warm", WARM_UP);
                arrivals.await(WARM_UP);
            }
            double raw = RawProducer.perSecond(engines.bootstrapServers(), events);
            for (int warmUp = 1; warmUp <= WARM_UPS; warmUp++) {
                engines.stopBroker();
                write(writer, "warm-" + warmUp, each);
                drained(engines, WARM_UP + (warmUp - 1) * each, each);
            }

            engines.stopBroker();
            write(writer, "outage-few", events / TENTH);
            double little = HeapProbe.usedMebibytes();
            write(writer, "outage-many", events - events / TENTH);
            double all = HeapProbe.usedMebibytes();
            Drained drained = drained(engines, WARM_UP + WARM_UPS * each, events);
            lines.accept(ReportLine.of(
                    "pipeline.backlog-heap-MiB",
                    all,
                    little,
                    "heap in use with " + events + " events waiting; raw: with a tenth of them"));
            lines.accept(ReportLine.of(
                    "pipeline.drain-per-s",
                    drained.perSecond(),
                    raw,
                    "events, from first to last; raw: producing them from memory"));
            lines.accept(ReportLine.of(
                    "pipeline.drain-begins-s",
                    drained.begins(),
                    Double.NaN,
                    "from the broker's start to the first event"));
        }
    }

    /** Restarts the broker and waits until it has the whole backlog. */
    private static Drained drained(Engines engines, int behind, int events) throws Exception {
        long back = System.nanoTime();
        engines.startBroker();
        try (ArrivalCounter arrivals = new ArrivalCounter(engines.bootstrapServers(), Topics.CONVERSATIONS)) {
            long first = arrivals.await(behind + 1);
            long last = arrivals.await(behind + events);
            return new Drained((events - 1) * NANOS_PER_SECOND / (last - first), (first - back) / NANOS_PER_SECOND);
        }
    }

    private record Drained(double perSecond, double begins) {}

    private static void write(PreparationWriter writer, String organisation, int events) throws Exception {
        int conversations = Math.max(WRITERS, events / EVENTS_EACH);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < WRITERS; thread++) {
                int first = thread;
                done.add(threads.submit(() -> {
                    for (int event = first; event < events; event += WRITERS) {
                        int conversation = event % conversations;
                        writer.save(organisation, "p" + conversation, "c" + conversation);
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
