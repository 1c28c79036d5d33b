package nl.klimrek.servicekit.imports.job;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one row, or the result it would have in a dry run.
 *
 * @param row number of the row; the first below the heading is 1
 * @param line line of the file, or row of the sheet
 * @param outcome its outcome
 * @param subject id of the person or thing it is about; null when there is none
 * @param changes fields that it changes
 * @param faults faults of its cells; empty unless set aside
 * @param because code of the reason why it was set aside or superseded; null otherwise
 * @param details figures, dates and ids that belong to that code
 */
public record RowResult(
        long row,
        long line,
        RowOutcome outcome,
        @Nullable String subject,
        List<RowChange> changes,
        List<RowFault> faults,
        @Nullable String because,
        Map<String, Object> details) {

    public RowResult {
        changes = changes == null ? List.of() : List.copyOf(changes);
        faults = faults == null ? List.of() : List.copyOf(faults);
        details = details == null ? Map.of() : Map.copyOf(details);
    }

    /** The result of a row that is set aside for these faults. */
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

    /** The result with the names of changed fields only. */
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
