package nl.klimrek.people.imports;

import java.time.Instant;
import java.util.List;

/**
 * One import: what was asked, and what came of it. Kept so that a repeated request finds its result instead of doing it
 * again.
 *
 * @param id follows from the request's command key
 * @param source HR system whose numbers the file has
 * @param startedAt when it was asked; the place of its rows among the records of that source
 * @param rows rows in the file
 * @param taken rows that were taken
 * @param quarantined rows that were set aside; with {@code taken} they are all rows
 * @param faults what is wrong with which row, the first {@value #MOST_FAULTS}
 * @param done whether every row was taken or set aside
 */
public record RosterImport(
        String id, String source, Instant startedAt, int rows, int taken, int quarantined, List<RowFault> faults, boolean done) {

    static final int MOST_FAULTS = 1000;

    public RosterImport {
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    static RosterImport started(String id, String source, Instant now) {
        return new RosterImport(id, source, now, 0, 0, 0, List.of(), false);
    }

    RosterImport done(int allRows, int takenRows, List<RowFault> found) {
        return new RosterImport(id, source, startedAt, allRows, takenRows, allRows - takenRows,
                found.subList(0, Math.min(MOST_FAULTS, found.size())), true);
    }
}
