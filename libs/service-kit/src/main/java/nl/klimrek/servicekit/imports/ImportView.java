package nl.klimrek.servicekit.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.RowChange;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ProblemDetail;

/**
 * What an import did, would do, or is doing.
 *
 * @param status {@code RECEIVING}, {@code QUEUED}, {@code RUNNING}, {@code DONE} or {@code REFUSED}
 * @param ahead imports of the organisation that come before this one; null unless it waits
 * @param encoding encoding in which the text was read
 * @param encodingBasis how that is known: {@code NAMED}, {@code MARK}, {@code VALID} or {@code DETECTED}
 * @param rows rows in the file; null until it was looked at
 * @param progress rows that have their result, of all
 * @param counts rows by outcome; together they are all rows when it is done
 * @param taken rows that were, or would be, taken
 * @param quarantined rows that were, or would be, set aside
 * @param errors what is wrong with which cell, the first 100
 * @param problem why the whole file was refused; null when it was not
 * @param applicableUntil until when this dry run can be made real without its file; null when it cannot
 * @param results rows with their outcome, a page of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        String id,
        String source,
        boolean dryRun,
        ImportJob.Status status,
        Integer ahead,
        Instant startedAt,
        Instant finishedAt,
        String format,
        String encoding,
        String encodingBasis,
        Long rows,
        Progress progress,
        Map<RowOutcome, Long> counts,
        long taken,
        long quarantined,
        List<CellError> errors,
        ProblemDetail problem,
        Instant applicableUntil,
        Page<RowView> results) {

    /** Rows that have their result, of all that there are. */
    public record Progress(long done, Long total) {}

    /**
     * What is wrong with one cell.
     *
     * @param line line of the file, or row of the sheet
     * @param value what is in the cell, where that can be no personal text
     * @param expected what is expected there
     * @param message all of it in one sentence, in the reader's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CellError(
            long row, long line, String column, String code, String value, String expected, String message) {}

    /**
     * What became of one row, or would.
     *
     * @param person id of who it is about; null when there is none
     * @param changes fields that differ; with values in a dry run only
     * @param because code of why it was set aside or superseded
     * @param explanation the same in one sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowView(
            long row,
            long line,
            RowOutcome outcome,
            String person,
            List<RowChange> changes,
            List<CellError> errors,
            String because,
            String explanation,
            Map<String, Object> details) {}
}
