package nl.klimrek.servicekit.imports.job;

import java.util.List;
import java.util.Map;

/**
 * What became of one row, or would become of it in a dry run.
 *
 * @param row its number, the first below the heading is 1
 * @param line line of the file, or row of the sheet
 * @param outcome what became of it
 * @param subject id of the person or thing it is about; null when there is none
 * @param changes fields that differ because of it
 * @param faults what is wrong with which cell; empty unless set aside
 * @param because code of why it was set aside or superseded; null otherwise
 * @param details figures, dates and ids beside that code
 */
public record RowResult(
        long row,
        long line,
        RowOutcome outcome,
        String subject,
        List<RowChange> changes,
        List<RowFault> faults,
        String because,
        Map<String, Object> details) {

    public RowResult {
        changes = changes == null ? List.of() : List.copyOf(changes);
        faults = faults == null ? List.of() : List.copyOf(faults);
        details = details == null ? Map.of() : Map.copyOf(details);
    }

    /** A row that cannot be taken because of its cells. */
    public static RowResult setAside(long row, long line, List<RowFault> faults) {
        return new RowResult(
                row,
                line,
                RowOutcome.SET_ASIDE,
                null,
                List.of(),
                faults,
                faults.isEmpty() ? null : faults.get(0).code(),
                Map.of());
    }

    /** The same with the names of changed fields only. */
    public RowResult withoutValues() {
        return new RowResult(
                row,
                line,
                outcome,
                subject,
                changes.stream().map(RowChange::nameOnly).toList(),
                faults,
                because,
                details);
    }
}
