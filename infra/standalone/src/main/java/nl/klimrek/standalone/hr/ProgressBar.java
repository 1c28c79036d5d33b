package nl.klimrek.standalone.hr;

import java.io.PrintStream;

/** A progress bar on a terminal; elsewhere a single line when it is complete. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean watched;
    private final String what;
    private final long all;
    private long shown = -1;

    ProgressBar(PrintStream out, boolean watched, String what, long all) {
        this.out = out;
        this.watched = watched;
        this.what = what;
        this.all = all;
    }

    void show(long done) {
        if (done == shown) {
            return;
        }
        shown = done;
        if (watched) {
            out.print("\r" + line(done));
        }
        if (done == all) {
            out.println(watched ? "" : line(done));
        }
        out.flush();
    }

    private String line(long done) {
        int filled = all == 0 ? WIDTH : (int) (WIDTH * done / all);
        return String.format("%-10s [%s%s] %d/%d", what, "#".repeat(filled), ".".repeat(WIDTH - filled), done, all);
    }
}
