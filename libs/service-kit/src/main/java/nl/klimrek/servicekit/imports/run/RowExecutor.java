package nl.klimrek.servicekit.imports.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.imports.job.RowReader;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.tabular.TableRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes the rows of a page in parallel, and rows of one subject in their order: many waiting writes share one commit.
 * A dry run writes nothing and compares each row with earlier ones, so its rows are processed one by one.
 */
final class RowExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(RowExecutor.class);
    private static final int MAX_ATTEMPTS = 3;

    private final int lanes;
    private final ExecutorService threads;

    /**
     * @param lanes rows of one import at once
     * @param imports imports at once; none of them waits for the rows of another
     */
    RowExecutor(int lanes, int imports) {
        this.lanes = lanes;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(lanes * imports, work -> {
            Thread thread = new Thread(work, "import-rows-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** One result per row, in the order of the rows. */
    List<RowResult> results(RowReader reader, List<TableRow> page, boolean dryRun) {
        RowResult[] results = new RowResult[page.size()];
        List<Future<?>> running = new ArrayList<>();
        for (List<Integer> lane : split(reader, page, dryRun).values()) {
            running.add(threads.submit(() -> lane.forEach(i -> results[i] = result(reader, page.get(i), dryRun))));
        }
        running.forEach(RowExecutor::await);
        return Arrays.asList(results);
    }

    /** A row that can never be processed is set aside. An unavailable store or broker stops the page. */
    private static RowResult result(RowReader reader, TableRow row, boolean dryRun) {
        for (int attempt = 1; ; attempt++) {
            try {
                return dryRun ? reader.preview(row) : reader.apply(row);
            } catch (RuntimeException failed) {
                ImportFailure kind = ImportFailure.of(failed);
                if (kind == ImportFailure.TRANSIENT) {
                    throw failed;
                }
                if (kind == ImportFailure.PERMANENT || attempt == MAX_ATTEMPTS) {
                    LOG.error(
                            "Row {} of an import cannot be processed and is set aside: {}",
                            row.number(),
                            failed.getClass().getName());
                    return RowResult.setAside(
                            row.number(), row.line(), List.of(new RowFault("row", "not-processed", null)));
                }
            }
        }
    }

    private Map<Integer, List<Integer>> split(RowReader reader, List<TableRow> page, boolean dryRun) {
        Map<Integer, List<Integer>> split = new LinkedHashMap<>();
        for (int i = 0; i < page.size(); i++) {
            int lane = dryRun ? 0 : Math.floorMod(reader.subject(page.get(i)).hashCode(), lanes);
            split.computeIfAbsent(lane, unused -> new ArrayList<>()).add(i);
        }
        return split;
    }

    private static void await(Future<?> lane) {
        try {
            lane.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    void close() {
        threads.shutdown();
    }
}
