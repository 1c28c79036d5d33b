package nl.klimrek.servicekit.imports;

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

import nl.klimrek.servicekit.tabular.TableRow;

/** Takes the rows of a page at once, rows of one subject in their order: many waiting writes share one commit. */
final class RowLanes {

    private final int lanes;
    private final ExecutorService threads;

    RowLanes(int lanes) {
        this.lanes = lanes;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(lanes, work -> {
            Thread thread = new Thread(work, "import-rows-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** One result per row, in the order of the rows. */
    List<RowResult> results(RowReader reader, List<TableRow> page, boolean dryRun) {
        RowResult[] results = new RowResult[page.size()];
        List<Future<?>> running = new ArrayList<>();
        for (List<Integer> lane : split(reader, page).values()) {
            running.add(threads.submit(() -> lane.forEach(i ->
                    results[i] = dryRun ? reader.preview(page.get(i)) : reader.apply(page.get(i)))));
        }
        running.forEach(RowLanes::await);
        return Arrays.asList(results);
    }

    private Map<Integer, List<Integer>> split(RowReader reader, List<TableRow> page) {
        Map<Integer, List<Integer>> split = new LinkedHashMap<>();
        for (int i = 0; i < page.size(); i++) {
            int lane = Math.floorMod(reader.subject(page.get(i)).hashCode(), lanes);
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
