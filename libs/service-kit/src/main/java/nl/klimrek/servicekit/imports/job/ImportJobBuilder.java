package nl.klimrek.servicekit.imports.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Refusal;
import org.jspecify.annotations.Nullable;

/** Copies an import with some fields changed. A field keeps its value until it is set. */
final class ImportJobBuilder {
    private final ImportJob before;
    private ImportStatus status;
    private @Nullable StoredFile file;
    private @Nullable String format;
    private @Nullable String encoding;
    private @Nullable String encodingBasis;
    private @Nullable Long rows;
    private long cursor;
    private Map<RowOutcome, Long> counts;
    private int pages;
    private List<CellFault> faults;
    private @Nullable Refusal refusal;
    private @Nullable Instant finishedAt;
    private @Nullable Instant keptUntil;
    private @Nullable Instant fileUntil;
    private @Nullable String appliedAs;

    ImportJobBuilder(ImportJob before) {
        this.before = before;
        status = before.status();
        file = before.file();
        format = before.format();
        encoding = before.encoding();
        encodingBasis = before.encodingBasis();
        rows = before.rows();
        cursor = before.cursor();
        counts = before.counts();
        pages = before.pages();
        faults = before.faults();
        refusal = before.refusal();
        finishedAt = before.finishedAt();
        keptUntil = before.keptUntil();
        fileUntil = before.fileUntil();
        appliedAs = before.appliedAs();
    }

    ImportJobBuilder status(ImportStatus next) {
        status = next;
        return this;
    }

    ImportJobBuilder file(@Nullable StoredFile stored) {
        file = stored;
        return this;
    }

    /** How the file was read, and the number of its rows. */
    ImportJobBuilder content(String readAs, String charset, String charsetBasis, long found) {
        format = readAs;
        encoding = charset;
        encodingBasis = charsetBasis;
        rows = found;
        return this;
    }

    ImportJobBuilder results(long upTo, Map<RowOutcome, Long> counted, List<CellFault> wrong) {
        cursor = upTo;
        counts = counted;
        faults = wrong;
        pages++;
        return this;
    }

    ImportJobBuilder withoutResults() {
        pages = 0;
        faults = List.of();
        return this;
    }

    ImportJobBuilder refusal(Refusal why) {
        refusal = why;
        return this;
    }

    ImportJobBuilder finishedAt(Instant moment) {
        finishedAt = moment;
        return this;
    }

    ImportJobBuilder keptUntil(@Nullable Instant moment) {
        keptUntil = moment;
        return this;
    }

    ImportJobBuilder fileUntil(@Nullable Instant moment) {
        fileUntil = moment;
        return this;
    }

    ImportJobBuilder appliedAs(String id) {
        appliedAs = id;
        return this;
    }

    ImportJob build() {
        return new ImportJob(
                before.id(),
                before.organisation(),
                before.request(),
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
                before.startedAt(),
                finishedAt,
                keptUntil,
                fileUntil,
                appliedAs);
    }
}
