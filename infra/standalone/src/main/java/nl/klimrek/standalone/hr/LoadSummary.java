package nl.klimrek.standalone.hr;

import java.io.PrintStream;
import java.util.List;
import nl.klimrek.standalone.hr.RowArrival.Fate;

/**
 * The result of loading a file: the number of rows by where they ended.
 *
 * @param rows rows sent
 * @param arrivals where each row ended
 */
record LoadSummary(long rows, List<RowArrival> arrivals) {

    private static final int MAX_LISTED = 200;

    long count(Fate fate) {
        return arrivals.stream().filter(arrival -> arrival.fate() == fate).count();
    }

    long employed() {
        return count(Fate.WITH_MANAGER) + count(Fate.WITHOUT_MANAGER);
    }

    /** Whether every row ended in exactly one place. */
    boolean addsUp() {
        return rows
                == employed()
                        + count(Fate.LEFT)
                        + count(Fate.EXPECTED)
                        + count(Fate.QUARANTINED)
                        + count(Fate.REPEATED);
    }

    void print(PrintStream out) {
        list(out, "Without a manager:", Fate.WITHOUT_MANAGER);
        list(out, "In quarantine:", Fate.QUARANTINED);
        out.println();
        figure(out, "rows", rows);
        figure(out, "employed", employed());
        figure(out, "  with manager", count(Fate.WITH_MANAGER));
        figure(out, "  without manager", count(Fate.WITHOUT_MANAGER));
        figure(out, "left", count(Fate.LEFT));
        figure(out, "quarantined", count(Fate.QUARANTINED));
        if (count(Fate.EXPECTED) > 0) {
            figure(out, "expected later", count(Fate.EXPECTED));
        }
        if (count(Fate.REPEATED) > 0) {
            figure(out, "repeated number", count(Fate.REPEATED));
        }
        out.println(
                addsUp()
                        ? "The counts add up: every row is in one of these."
                        : "The counts do not add up: " + (rows - arrivals.size()) + " rows have not arrived.");
    }

    private void list(PrintStream out, String heading, Fate fate) {
        List<RowArrival> found =
                arrivals.stream().filter(arrival -> arrival.fate() == fate).toList();
        if (!found.isEmpty()) {
            out.println(heading);
        }
        for (RowArrival arrival : found.subList(0, Math.min(MAX_LISTED, found.size()))) {
            out.printf(
                    "  row %d: %s %s (%s)%n",
                    arrival.row().row(), arrival.row().number(), arrival.row().name(), arrival.why());
        }
        if (found.size() > MAX_LISTED) {
            out.printf("  and %d more%n", found.size() - MAX_LISTED);
        }
    }

    private static void figure(PrintStream out, String what, long count) {
        out.printf("%-17s %7d%n", what, count);
    }
}
