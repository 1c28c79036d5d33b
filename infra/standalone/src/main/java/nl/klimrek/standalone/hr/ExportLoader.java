package nl.klimrek.standalone.hr;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.klimrek.standalone.hr.export.CannotLoadException;
import nl.klimrek.standalone.hr.export.ExportReader;
import nl.klimrek.standalone.hr.export.ExportRecord;
import nl.klimrek.standalone.hr.export.SentRow;

/**
 * Sends an export window by window, and waits until the people service has processed each window. So other records
 * never wait behind a whole file. If it has to stop, the next run continues from there.
 */
final class ExportLoader {

    private static final int WINDOW = 1_000;
    private static final long POLL_INTERVAL_MILLIS = 250;
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);

    private final ExportReader export;
    private final HrRecordProducer records;
    private final OutcomeTracker deliveries;
    private final LoadState state;
    private final PrintStream out;

    ExportLoader(
            ExportReader export,
            HrRecordProducer records,
            OutcomeTracker deliveries,
            LoadState state,
            PrintStream out) {
        this.export = export;
        this.records = records;
        this.deliveries = deliveries;
        this.state = state;
        this.out = out;
    }

    /** Sends the remaining rows and returns those of this run. */
    List<SentRow> load(ProgressBar progress) {
        long in = Math.min(state.rowsIn(), export.rows());
        if (in > 0) {
            out.println("Continuing after " + in + " rows that an earlier run loaded.");
            export.skip(in);
        }
        List<SentRow> sent = new ArrayList<>();
        for (List<ExportRecord> window = export.next(WINDOW); !window.isEmpty(); window = export.next(WINDOW)) {
            List<SentRow> rows = window.stream().map(ExportRecord::row).toList();
            if (!records.send(window)) {
                throw stopped(
                        in, "The broker does not accept records. Is Klimrek running, and is this its --kafka-port?");
            }
            if (!processed(rows)) {
                throw stopped(in, "No record was processed for a minute.");
            }
            sent.addAll(rows);
            in += rows.size();
            state.note(in);
            progress.show(in);
        }
        state.forget();
        return sent;
    }

    private boolean processed(List<SentRow> rows) {
        List<SentRow> pending = deliveries.look(rows);
        long movedAt = System.nanoTime();
        while (!pending.isEmpty()) {
            if (System.nanoTime() - movedAt > STALL_TIMEOUT.toNanos()) {
                return false;
            }
            pause();
            List<SentRow> left = deliveries.look(pending);
            movedAt = left.size() < pending.size() ? System.nanoTime() : movedAt;
            pending = left;
        }
        return true;
    }

    private RuntimeException stopped(long in, String why) {
        if (in == 0) {
            return new CannotLoadException(why);
        }
        return new LoadInterruptedException(why + " " + in + " of " + export.rows()
                + " rows are loaded. Start the same command again to continue.");
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadInterruptedException("Interrupted.");
        }
    }
}
