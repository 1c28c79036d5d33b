package nl.klimrek.servicekit.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klimrek.servicekit.imports.job.ImportStatus;
import nl.klimrek.servicekit.imports.job.RowChange;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * An import as its users see it.
 *
 * @param status {@code RECEIVING}, {@code QUEUED}, {@code RUNNING}, {@code DONE} or {@code REFUSED}
 * @param ahead number of imports of the organisation that run before this one; null unless it waits
 * @param encoding encoding in which the text was read
 * @param encodingBasis how the encoding is known: {@code NAMED}, {@code MARK}, {@code VALID} or {@code DETECTED}
 * @param rows number of rows in the file; null until it was examined
 * @param progress number of rows that have their result
 * @param counts number of rows by outcome; in the end they add up to all rows
 * @param taken number of rows that were, or would be, processed
 * @param quarantined number of rows that were, or would be, set aside
 * @param errors the first 100 faults of cells
 * @param problem why the whole file was refused; null otherwise
 * @param applicableUntil until when this dry run can be applied without sending the file again; null when it cannot
 * @param results a page of the rows with their outcomes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        String id,
        @Nullable String source,
        boolean dryRun,
        ImportStatus status,
        @Nullable Integer ahead,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String format,
        @Nullable String encoding,
        @Nullable String encodingBasis,
        @Nullable Long rows,
        Progress progress,
        Map<RowOutcome, Long> counts,
        long taken,
        long quarantined,
        List<CellError> errors,
        @Nullable ProblemDetail problem,
        @Nullable Instant applicableUntil,
        @Nullable Page<RowView> results) {

    /** Number of rows that have their result. @param total number of rows in the file; null until it was examined */
    public record Progress(long done, @Nullable Long total) {}

    /**
     * A fault in one cell.
     *
     * @param line line of the file, or row of the sheet
     * @param value value of the cell, where it cannot be personal text
     * @param expected expected value
     * @param message the whole in one sentence, in the reader's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CellError(
            long row,
            long line,
            String column,
            String code,
            @Nullable String value,
            @Nullable String expected,
            String message) {}

    /**
     * The outcome of one row, or the outcome it would have.
     *
     * @param person id of the person it is about; null when there is none
     * @param changes fields that differ; with values in a dry run only
     * @param because code of the reason why it was set aside or superseded
     * @param explanation the same in one sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RowView(
            long row,
            long line,
            RowOutcome outcome,
            @Nullable String person,
            @Nullable List<RowChange> changes,
            @Nullable List<CellError> errors,
            @Nullable String because,
            @Nullable String explanation,
            @Nullable Map<String, Object> details) {}
}
