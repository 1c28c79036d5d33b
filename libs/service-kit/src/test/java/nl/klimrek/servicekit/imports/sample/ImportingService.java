package nl.klimrek.servicekit.imports.sample;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.KlimrekService;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.imports.job.RowImport;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.tabular.TableRow;
import org.springframework.context.annotation.Bean;

/** Takes rows of a file as a service does; a test decides how many rows may be taken. */
@KlimrekService
public class ImportingService {

    /** Rows that may still be taken, for all instances together. */
    public static final Semaphore PERMITTED = new Semaphore(Integer.MAX_VALUE / 2);
    /** Every time a row was taken: import and row. */
    public static final List<String> TAKEN = Collections.synchronizedList(new ArrayList<>());
    /** How often the store is away when this row is taken. */
    public static final Map<String, Integer> FAILING = new ConcurrentHashMap<>();

    public static volatile Clock clock = Clock.systemUTC();

    @Bean
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return clock.withZone(zone);
            }

            @Override
            public Instant instant() {
                return clock.instant();
            }
        };
    }

    @Bean
    EventHandlers handlers(EventCatalogue catalogue) {
        return new EventHandlers("importing", catalogue);
    }

    @Bean
    RowImport rows() {
        return (job, heading) -> {
            if (!heading.contains("name")) {
                throw new RefusedException(Refusal.of("csv-heading-invalid"));
            }
            return new Reader(job);
        };
    }

    private record Reader(ImportJob job) implements RowReader {

        @Override
        public List<RowFault> check(TableRow row) {
            return List.of();
        }

        @Override
        public String subject(TableRow row) {
            return row.cells().get(0);
        }

        @Override
        public RowResult preview(TableRow row) {
            return new RowResult(
                    row.number(), row.line(), RowOutcome.NEW, row.cells().get(0), List.of(), List.of(), null, Map.of());
        }

        @Override
        public RowResult apply(TableRow row) {
            PERMITTED.acquireUninterruptibly();
            String name = row.cells().get(0);
            if (name.equals("impossible")) {
                throw new IllegalStateException("a fault of ours");
            }
            if (FAILING.getOrDefault(name, 0) > 0) {
                FAILING.merge(name, -1, Integer::sum);
                throw new MongoException("the store is away");
            }
            TAKEN.add(job.id() + " " + row.number());
            return preview(row);
        }
    }
}
