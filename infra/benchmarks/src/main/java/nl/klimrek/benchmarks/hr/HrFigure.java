package nl.klimrek.benchmarks.hr;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nl.klimrek.benchmarks.BenchmarkSettings;
import nl.klimrek.benchmarks.Figure;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.benchmarks.engines.Engines;
import org.HdrHistogram.Histogram;

/**
 * One file of 100,000 people, from its first byte until every service knows everybody, beside the raw loop of the same
 * engines; and how long a single change of another organisation takes meanwhile.
 */
public final class HrFigure implements Figure {

    private static final int SMALL = 2_000;
    private static final int FULL = 100_000;
    private static final int WARM_UP = 500;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long POLL_NANOS = 100_000_000;

    @Override
    public String name() {
        return "hr";
    }

    @Override
    public void measure(BenchmarkSettings setting, Consumer<ReportLine> lines) throws Exception {
        int people = setting.people() > 0 ? setting.people() : setting.size(SMALL, FULL);
        try (Engines engines = Engines.start(setting, name())) {
            RawRosterImport.peoplePerSecond(engines, WARM_UP, "warm-up");
            double rawBefore = RawRosterImport.peoplePerSecond(engines, people, "before");
            try (BenchmarkedServices services = new BenchmarkedServices(engines, setting.folder());
                    ReaderProgress readers = new ReaderProgress(engines.bootstrapServers())) {
                load(services, readers, RosterCsv.write(setting.folder().resolve("warm-up.csv"), WARM_UP));
                Path file = RosterCsv.write(setting.folder().resolve("roster.csv"), people + WARM_UP);
                Changes changes = new Changes(services, readers);
                Duration processor = engines.processorTime();
                Map<String, Long> trips = services.storeTrips();
                Loaded loaded = load(services, readers, file);
                processor = engines.processorTime().minus(processor);
                Histogram waits = changes.stop();
                Map<String, Long> tripsAfter = services.storeTrips();
                // As many people, once in an empty store and once in the filled one, so that neither order is an
                // advantage.
                double raw = 2 / (1 / rawBefore + 1 / RawRosterImport.peoplePerSecond(engines, people, "after"));
                lines.accept(ReportLine.of(
                        "hr.roster people/s",
                        people / loaded.roster(),
                        raw,
                        people + " people in one file, into the roster; raw: insert, produce, 7 x consume and insert"));
                lines.accept(ReportLine.of(
                        "hr.everywhere people/s", people / loaded.everywhere(), raw, "until every service knows them"));
                lines.accept(ReportLine.of(
                        "hr.processor ms/person",
                        processor.toNanos() / 1e6 / people,
                        Double.NaN,
                        "processor time of services and engines together"));
                tripsAfter.forEach((service, count) -> lines.accept(ReportLine.of(
                        "hr.trips " + service,
                        (count - trips.getOrDefault(service, 0L)) / (double) people,
                        Double.NaN,
                        "commands to the store for each person")));
                lines.accept(new ReportLine(
                        "hr.other single change ms",
                        waits.getMean(),
                        Double.NaN,
                        waits.getValueAtPercentile(50),
                        waits.getValueAtPercentile(99),
                        "another organisation's change until every service knows it, meanwhile; longest "
                                + waits.getMaxValue()));
            }
        }
    }

    /** Seconds until the roster, and until every service, has everybody. */
    private record Loaded(double roster, double everywhere) {}

    private static Loaded load(BenchmarkedServices services, ReaderProgress readers, Path file) throws Exception {
        long begin = System.nanoTime();
        JsonNode answer = services.importing(BenchmarkedServices.BIG, BodyPublishers.ofFile(file));
        while (!answer.path("status").asText().equals("DONE")) {
            LockSupport.parkNanos(POLL_NANOS);
            answer = services.find(BenchmarkedServices.BIG, answer.path("id").asText());
        }
        double roster = (System.nanoTime() - begin) / 1e9;
        if (answer.at("/counts/SET_ASIDE").asInt() > 0) {
            throw new IllegalStateException("rows were set aside: " + answer.path("errors"));
        }
        readers.await(readers.ends(), LONGEST);
        return new Loaded(roster, (System.nanoTime() - begin) / 1e9);
    }

    /** Single changes of another organisation, one after the other. */
    private static final class Changes {

        private final AtomicBoolean running = new AtomicBoolean(true);
        private final Histogram waits = new Histogram(3);
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<?> work;

        Changes(BenchmarkedServices services, ReaderProgress readers) {
            work = thread.submit(() -> {
                for (int i = 0; running.get(); i++) {
                    long begin = System.nanoTime();
                    String row = RosterCsv.HEADING + "S1,2026-11-01,Naam,Voor,s1@small.example,,Team " + i
                            + ",Medewerker,36,2020-01-01,\n";
                    services.importing(BenchmarkedServices.SMALL, BodyPublishers.ofString(row));
                    readers.await(readers.ends(), LONGEST);
                    waits.recordValue((System.nanoTime() - begin) / 1_000_000);
                    LockSupport.parkNanos(POLL_NANOS);
                }
                return null;
            });
        }

        Histogram stop() throws Exception {
            running.set(false);
            work.get();
            thread.shutdown();
            return waits;
        }
    }
}
