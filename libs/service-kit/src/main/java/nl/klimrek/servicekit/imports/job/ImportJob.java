package nl.klimrek.servicekit.imports.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One import: its request, progress and result. It holds no personal data, and its size does not grow with the file.
 *
 * @param id follows from the request's command key
 * @param organisation organisation that owns the file
 * @param request the request
 * @param status progress
 * @param file the stored file; null until it came in
 * @param format {@code CSV} or {@code XLSX}; null until the file was examined
 * @param encoding encoding in which the text was read; null until the file was examined
 * @param encodingBasis how the encoding is known; null until the file was examined
 * @param rows number of rows in the file; null until it was examined
 * @param cursor number of the last row that has its result
 * @param counts number of rows by outcome
 * @param pages number of parts in which the results of rows are stored
 * @param faults the first {@value #MAX_FAULTS} faults
 * @param refusal why the whole file was refused; null otherwise
 * @param startedAt time of the request
 * @param finishedAt time at which every row had its result; null before
 * @param keptUntil end of storage of the row results; null before the end of the import, and once they are deleted
 * @param fileUntil end of storage of a dry run's file; null for other imports, and once it is deleted
 * @param appliedAs id of the import that this dry run became; null while there is none
 */
public record ImportJob(
        String id,
        String organisation,
        ImportRequest request,
        ImportStatus status,
        @Nullable StoredFile file,
        @Nullable String format,
        @Nullable String encoding,
        @Nullable String encodingBasis,
        @Nullable Long rows,
        long cursor,
        Map<RowOutcome, Long> counts,
        int pages,
        List<CellFault> faults,
        @Nullable Refusal refusal,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant keptUntil,
        @Nullable Instant fileUntil,
        @Nullable String appliedAs) {

    static final int MAX_FAULTS = 100;

    public ImportJob {
        counts = counts == null ? Map.of() : Map.copyOf(counts);
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /** An import whose file is coming in. @param timeout time at which the file is given up */
    public static ImportJob receiving(
            Organisation organisation, String id, ImportRequest request, Instant now, Instant timeout) {
        return begun(organisation.value(), id, request, ImportStatus.RECEIVING, null, now, timeout);
    }

    private static ImportJob begun(
            String organisation,
            String id,
            ImportRequest request,
            ImportStatus status,
            @Nullable StoredFile file,
            Instant now,
            @Nullable Instant keptUntil) {
        return new ImportJob(
                id,
                organisation,
                request,
                status,
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
                keptUntil,
                null,
                null);
    }

    /** The file is stored whole; the import waits for its turn. */
    public ImportJob received(StoredFile stored) {
        return change().status(ImportStatus.QUEUED).file(stored).keptUntil(null).build();
    }

    /** The file can be read and has this number of rows. */
    public ImportJob examined(String readAs, String charset, String charsetBasis, long found) {
        return change().status(ImportStatus.RUNNING)
                .content(readAs, charset, charsetBasis, found)
                .build();
    }

    /**
     * Counts the results of the rows after a row. Unchanged when the import has gone on since: another instance took over
     * and counted them.
     *
     * @param after the last row that had its result when these rows were read
     * @param upTo the last of these rows
     */
    public ImportJob withResults(long after, Collection<RowResult> results, long upTo) {
        if (cursor != after || status != ImportStatus.RUNNING) {
            return this;
        }
        Map<RowOutcome, Long> counted = new EnumMap<>(RowOutcome.class);
        counted.putAll(counts);
        List<CellFault> wrong = new ArrayList<>(faults);
        for (RowResult result : results) {
            counted.merge(result.outcome(), 1L, Long::sum);
            result.faults().stream()
                    .limit(Math.max(0, MAX_FAULTS - wrong.size()))
                    .forEach(fault -> wrong.add(CellFault.of(result, fault)));
        }
        return change().results(upTo, counted, wrong).build();
    }

    /** Every row has its result. */
    public ImportJob done(Instant now, Instant kept, @Nullable Instant fileKept) {
        return change().status(ImportStatus.DONE)
                .finishedAt(now)
                .keptUntil(kept)
                .fileUntil(fileKept)
                .build();
    }

    /** The file is refused as a whole. */
    public ImportJob refused(Refusal why, Instant now) {
        return change().status(ImportStatus.REFUSED)
                .refusal(why)
                .finishedAt(now)
                .keptUntil(null)
                .fileUntil(null)
                .build();
    }

    /** This dry run is to be applied by an import, which takes over its file. */
    public ImportJob claimedBy(String importId, Instant fileKept) {
        return change().fileUntil(fileKept).appliedAs(importId).build();
    }

    /** The import that applies this dry run: the same file, read the same way. */
    public ImportJob applied(String importId, MessageContext context, Instant now) {
        return begun(organisation, importId, request.toApply(context), ImportStatus.QUEUED, file, now, null);
    }

    /** Whether this dry run can be applied now. */
    public boolean applicable(Instant now) {
        return fileUntil != null && appliedAs == null && fileUntil.isAfter(now);
    }

    /** The time at which its file or results must be deleted; null when nothing must. */
    public @Nullable Instant due() {
        return fileUntil == null || keptUntil != null && keptUntil.isBefore(fileUntil) ? keptUntil : fileUntil;
    }

    /** The file is deleted, or belongs to another import. */
    public ImportJob withoutFile() {
        return change().file(file == null ? null : file.deleted())
                .fileUntil(null)
                .build();
    }

    /** The results of the rows are deleted; the counts stay. */
    public ImportJob withoutRows() {
        return change().withoutResults().keptUntil(null).build();
    }

    public boolean finished() {
        return status == ImportStatus.DONE || status == ImportStatus.REFUSED;
    }

    public Organisation owner() {
        return new Organisation(organisation);
    }

    public long count(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** Number of rows that have their result. */
    public long processed() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The context of what a row changes. */
    public MessageContext context() {
        return request.context();
    }

    private ImportJobBuilder change() {
        return new ImportJobBuilder(this);
    }
}
