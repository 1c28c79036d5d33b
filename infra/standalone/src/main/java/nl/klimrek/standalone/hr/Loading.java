package nl.klimrek.standalone.hr;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends an export window by window and waits until people has processed each window, so that nobody else's records wait
 * behind a whole file. When it has to stop it says how many rows are in, and the next run goes on from there.
 */
final class Loading {

    private static final int WINDOW = 1_000;
    private static final long PAUSE_MILLIS = 250;
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Export export;
    private final HrRecords records;
    private final Deliveries deliveries;
    private final RunState state;
    private final PrintStream out;

    Loading(Export export, HrRecords records, Deliveries deliveries, RunState state, PrintStream out) {
        this.export = export;
        this.records = records;
        this.deliveries = deliveries;
        this.state = state;
        this.out = out;
    }

    /** Every row that was sent and processed in this run. */
    List<HrRow> load(Progress progress) {
        long in = Math.min(state.rowsIn(), export.rows());
        if (in > 0) {
            out.println("Going on after " + in + " rows that an earlier run brought in.");
            export.skip(in);
        }
        List<HrRow> sent = new ArrayList<>();
        for (List<Outgoing> window = export.next(WINDOW); !window.isEmpty(); window = export.next(WINDOW)) {
            List<HrRow> rows = window.stream().map(Outgoing::row).toList();
            if (!records.send(window)) {
                throw stopped(
                        in, "The broker does not take records; is Klimrek running, and is this its --kafka-port?");
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

    private boolean processed(List<HrRow> rows) {
        List<HrRow> pending = deliveries.look(rows);
        long movedAt = System.nanoTime();
        while (!pending.isEmpty()) {
            if (System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
                return false;
            }
            pause();
            List<HrRow> left = deliveries.look(pending);
            movedAt = left.size() < pending.size() ? System.nanoTime() : movedAt;
            pending = left;
        }
        return true;
    }

    private RuntimeException stopped(long in, String why) {
        if (in == 0) {
            return new NotPossible(why);
        }
        return new NotArrived(why + " " + in + " of " + export.rows()
                + " rows are in. Start the same command again: it goes on from there.");
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotArrived("Interrupted.");
        }
    }
}
