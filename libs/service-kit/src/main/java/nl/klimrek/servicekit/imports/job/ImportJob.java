package nl.klimrek.servicekit.imports.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.servicekit.tabular.ColumnMapping;

/**
 * One import: what was asked, how far it is, and what came of it. Holds no personal data.
 *
 * @param id follows from the request's command key
 * @param organisation whose file it is
 * @param request what was asked
 * @param status how far it is
 * @param file the stored file; null when it is not, or no longer, there
 * @param format {@code CSV} or {@code XLSX}; null until it was looked at
 * @param encoding encoding in which the text was read; null until it was looked at
 * @param encodingBasis how the encoding is known
 * @param rows rows in the file; null until it was looked at
 * @param cursor number of the last row that has its result
 * @param counts rows by outcome
 * @param pages parts in which the results of the rows are stored
 * @param faults what is wrong with which row, the first {@value #MAX_FAULTS}
 * @param refusal why the whole file was refused; null when it was not
 * @param startedAt when it was asked
 * @param finishedAt when every row had its result; null before
 * @param keptUntil when the results of the rows are deleted; null while it is not finished, or when they are
 * @param fileUntil when the file of a dry run that is done is deleted; null for any other, or when it is
 * @param appliedAs id of the import that this dry run became; null while it became none
 */
public record ImportJob(
        String id,
        String organisation,
        Request request,
        Status status,
        StoredFile file,
        String format,
        String encoding,
        String encodingBasis,
        Long rows,
        long cursor,
        Map<RowOutcome, Long> counts,
        int pages,
        List<Fault> faults,
        Refusal refusal,
        Instant startedAt,
        Instant finishedAt,
        Instant keptUntil,
        Instant fileUntil,
        String appliedAs) {

    static final int MAX_FAULTS = 100;

    /** How far an import is. */
    public enum Status {
        RECEIVING,
        QUEUED,
        RUNNING,
        DONE,
        REFUSED
    }

    /**
     * What was asked.
     *
     * @param source HR system whose numbers the file has; null where there is none
     * @param encoding encoding that was named; null for none
     * @param columns other names for the file's columns
     * @param actor who asked
     * @param correlationId undertaking it belongs to
     * @param traceparent its place in a trace
     */
    public record Request(
            String source,
            boolean dryRun,
            String encoding,
            ColumnMapping columns,
            String actor,
            String correlationId,
            String traceparent) {

        public Request {
            columns = columns == null ? ColumnMapping.NONE : columns;
        }

        public static Request of(
                String source, boolean dryRun, String encoding, ColumnMapping columns, MessageContext cause) {
            return new Request(
                    source, dryRun, encoding, columns, cause.actor(), cause.correlationId(), cause.traceparent());
        }

        public Request applying(MessageContext cause) {
            return of(source, false, encoding, columns, cause);
        }

        /** Whether somebody who repeats a request asks the same. */
        public boolean same(Request other) {
            return dryRun == other.dryRun
                    && Objects.equals(source, other.source)
                    && Objects.equals(encoding, other.encoding)
                    && columns.equals(other.columns);
        }
    }

    /**
     * The file as it is stored.
     *
     * @param name first part of its parts' names
     * @param parts number of parts
     * @param bytes length
     * @param digest SHA-256 of the content
     */
    public record StoredFile(String name, int parts, long bytes, String digest) {}

    /** What is wrong with one cell of a row. */
    public record Fault(long row, long line, String column, String code, String value) {}

    public ImportJob {
        counts = counts == null ? Map.of() : Map.copyOf(counts);
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    public static ImportJob receiving(
            Organisation organisation, String id, Request request, Instant now, Instant patience) {
        return new ImportJob(
                id,
                organisation.value(),
                request,
                Status.RECEIVING,
                null,
                null,
                null,
                null,
                null,
                0,
                Map.of(),
                0,
                List.of(),
                null,
                now,
                null,
                patience,
                null,
                null);
    }

    public ImportJob received(StoredFile stored) {
        return new ImportJob(
                id,
                organisation,
                request,
                Status.QUEUED,
                stored,
                null,
                null,
                null,
                null,
                0,
                Map.of(),
                0,
                List.of(),
                null,
                startedAt,
                null,
                null,
                null,
                null);
    }

    public ImportJob looked(String readAs, String charset, String basis, long found) {
        return new ImportJob(
                id,
                organisation,
                request,
                Status.RUNNING,
                file,
                readAs,
                charset,
                basis,
                found,
                cursor,
                counts,
                pages,
                faults,
                null,
                startedAt,
                null,
                null,
                null,
                null);
    }

    /** The results of more rows are stored as the next page. */
    public ImportJob with(Collection<RowResult> results, long upTo) {
        Map<RowOutcome, Long> more = new EnumMap<>(RowOutcome.class);
        more.putAll(counts);
        List<Fault> wrong = new ArrayList<>(faults);
        for (RowResult result : results) {
            more.merge(result.outcome(), 1L, Long::sum);
            result.faults().stream()
                    .limit(Math.max(0, MAX_FAULTS - wrong.size()))
                    .forEach(fault -> wrong.add(
                            new Fault(result.row(), result.line(), fault.column(), fault.code(), fault.value())));
        }
        return new ImportJob(
                id,
                organisation,
                request,
                status,
                file,
                format,
                encoding,
                encodingBasis,
                rows,
                upTo,
                more,
                pages + 1,
                wrong,
                null,
                startedAt,
                null,
                null,
                null,
                null);
    }

    public ImportJob done(Instant now, Instant kept, Instant fileKept) {
        return new ImportJob(
                id,
                organisation,
                request,
                Status.DONE,
                file,
                format,
                encoding,
                encodingBasis,
                rows,
                cursor,
                counts,
                pages,
                faults,
                null,
                startedAt,
                now,
                kept,
                fileKept,
                null);
    }

    public ImportJob refused(Refusal why, Instant now) {
        return new ImportJob(
                id,
                organisation,
                request,
                Status.REFUSED,
                file,
                format,
                encoding,
                encodingBasis,
                rows,
                cursor,
                counts,
                pages,
                faults,
                why,
                startedAt,
                now,
                null,
                null,
                null);
    }

    /** This dry run becomes an import, which takes its file over. */
    public ImportJob claimed(String by, Instant fileKept) {
        return new ImportJob(
                id,
                organisation,
                request,
                status,
                file,
                format,
                encoding,
                encodingBasis,
                rows,
                cursor,
                counts,
                pages,
                faults,
                refusal,
                startedAt,
                finishedAt,
                keptUntil,
                fileKept,
                by);
    }

    /** The import that a dry run becomes: the same file, read the same way. */
    public ImportJob applying(String by, MessageContext cause, Instant now) {
        return new ImportJob(
                by,
                organisation,
                request.applying(cause),
                Status.QUEUED,
                file,
                null,
                null,
                null,
                null,
                0,
                Map.of(),
                0,
                List.of(),
                null,
                now,
                null,
                null,
                null,
                null);
    }

    /** Whether this dry run can become an import now. */
    public boolean applicable(Instant now) {
        return fileUntil != null && appliedAs == null && fileUntil.isAfter(now);
    }

    /** When something of it is to be deleted; null when nothing is. */
    public Instant due() {
        return fileUntil == null || keptUntil != null && keptUntil.isBefore(fileUntil) ? keptUntil : fileUntil;
    }

    /** The file is deleted, or another import's. */
    public ImportJob withoutFile() {
        StoredFile deleted = file == null ? null : new StoredFile(null, 0, file.bytes(), file.digest());
        return new ImportJob(
                id,
                organisation,
                request,
                status,
                deleted,
                format,
                encoding,
                encodingBasis,
                rows,
                cursor,
                counts,
                pages,
                faults,
                refusal,
                startedAt,
                finishedAt,
                keptUntil,
                null,
                appliedAs);
    }

    /** The results of the rows are deleted; the counts stay. */
    public ImportJob withoutRows() {
        return new ImportJob(
                id,
                organisation,
                request,
                status,
                file,
                format,
                encoding,
                encodingBasis,
                rows,
                cursor,
                counts,
                0,
                List.of(),
                refusal,
                startedAt,
                finishedAt,
                null,
                fileUntil,
                appliedAs);
    }

    public boolean finished() {
        return status == Status.DONE || status == Status.REFUSED;
    }

    public Organisation owner() {
        return new Organisation(organisation);
    }

    public long count(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Rows that have their result. */
    public long processed() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The cause of what a row changes; the row recognises a repetition by itself. */
    public MessageContext cause() {
        return new MessageContext(
                request.actor(),
                request.correlationId(),
                null,
                request.traceparent(),
                new MessageContext.Marker.None(),
                OptionalLong.empty());
    }
}
