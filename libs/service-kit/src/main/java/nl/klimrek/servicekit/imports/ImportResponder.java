package nl.klimrek.servicekit.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.imports.ImportService.Preparation;
import nl.klimrek.servicekit.imports.ImportView.CellError;
import nl.klimrek.servicekit.imports.ImportView.RowView;
import nl.klimrek.servicekit.imports.job.ImportJob;
import nl.klimrek.servicekit.imports.job.ImportRequest;
import nl.klimrek.servicekit.imports.job.ImportSettings;
import nl.klimrek.servicekit.imports.job.ImportStatus;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.imports.job.RowResult;
import nl.klimrek.servicekit.problem.ProblemFactory;
import nl.klimrek.servicekit.problem.RefusalStatus;
import nl.klimrek.servicekit.tabular.ColumnMapping;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Answers requests about imports: 200 with the result if it is ready in time, otherwise 202 with its location, or the
 * problem for which the file was refused.
 */
public final class ImportResponder {

    private final ImportService imports;
    private final ImportSettings settings;
    private final ProblemFactory problems;

    ImportResponder(ImportService imports, ImportSettings settings, ProblemFactory problems) {
        this.imports = imports;
        this.settings = settings;
        this.problems = problems;
    }

    /**
     * The names of columns that a request gives. It reads the parameters themselves, because Spring would split them at
     * commas.
     *
     * @param known names of the columns of this import
     */
    public static ColumnMapping columns(HttpServletRequest request, Collection<String> known) {
        String[] asked = request.getParameterValues("column");
        return ColumnMapping.parse(asked == null ? List.of() : List.of(asked), known);
    }

    /**
     * Receives a file and waits for its result, at most as long as an answer may take.
     *
     * @param file body of the request, streamed; null when there is none
     */
    public ResponseEntity<ImportView> receive(
            Organisation organisation,
            String id,
            ImportRequest asked,
            InputStreamResource file,
            Preparation preparation,
            ListRequest page,
            HttpServletRequest request)
            throws IOException {
        long begun = System.nanoTime();
        InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream();
        ImportJob job = imports.receive(organisation, id, asked, content, preparation);
        return answer(job, begun, page, request, request.getRequestURI() + "/" + id);
    }

    /**
     * Applies a dry run and waits for the result in the same way, see {@link ImportService#apply}.
     *
     * @param request a request to {@code <path of the imports>/<dry run>/application}
     */
    public ResponseEntity<ImportView> apply(
            Organisation organisation,
            String dryRun,
            MessageContext cause,
            ListRequest page,
            HttpServletRequest request) {
        long begun = System.nanoTime();
        String id = CommandIdGenerator.newId(cause, dryRun);
        String dryRunPath = parent(request.getRequestURI());
        return answer(
                imports.apply(organisation, dryRun, id, cause), begun, page, request, parent(dryRunPath) + "/" + id);
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private ResponseEntity<ImportView> answer(
            ImportJob received, long begun, ListRequest page, HttpServletRequest request, String where) {
        Duration left = settings.answerWithin().minusNanos(System.nanoTime() - begun);
        ImportJob job = left.isNegative() ? received : imports.await(received, left);
        if (job.status() == ImportStatus.REFUSED) {
            throw new RefusedException(Objects.requireNonNull(job.refusal()));
        }
        ImportView view = view(job, Set.of(), page, request);
        return job.finished()
                ? ResponseEntity.ok(view)
                : ResponseEntity.accepted().location(URI.create(where)).body(view);
    }

    /** An import with its rows. @param outcomes only rows with these outcomes; all when null or empty */
    public ResponseEntity<ImportView> one(
            Organisation organisation,
            String id,
            @Nullable Set<RowOutcome> outcomes,
            ListRequest page,
            HttpServletRequest request) {
        Versioned<ImportJob> found =
                imports.find(organisation, id).orElseThrow(() -> new RefusedException(Refusal.of("import-unknown")));
        return ETags.ok(view(found.state(), outcomes == null ? Set.of() : outcomes, page, request), found);
    }

    /** The newest imports, without their rows. */
    public Page<ImportView> recent(Organisation organisation, ListRequest page, HttpServletRequest request) {
        return recent(organisation, asked -> true, page, request);
    }

    /**
     * The newest imports of one kind, without their rows.
     *
     * @param kind whether an import is of that kind, in a service that imports several
     */
    public Page<ImportView> recent(
            Organisation organisation, Predicate<ImportRequest> kind, ListRequest page, HttpServletRequest request) {
        return Page.of(
                imports.recent(organisation).stream()
                        .filter(job -> kind.test(job.request()))
                        .map(job -> view(job, null, page, request))
                        .toList(),
                ImportView::id,
                page);
    }

    private ImportView view(
            ImportJob job, @Nullable Set<RowOutcome> outcomes, ListRequest page, HttpServletRequest request) {
        Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
        EnumSet.allOf(RowOutcome.class).forEach(outcome -> counts.put(outcome, job.count(outcome)));
        long aside = job.count(RowOutcome.SET_ASIDE);
        return new ImportView(
                job.id(),
                job.request().source(),
                job.request().dryRun(),
                job.status(),
                job.status() == ImportStatus.QUEUED ? imports.ahead(job) : null,
                job.startedAt(),
                job.finishedAt(),
                job.format(),
                job.encoding(),
                job.encodingBasis(),
                job.rows(),
                new ImportView.Progress(job.processed(), job.rows()),
                counts,
                job.processed() - aside,
                aside,
                job.faults().stream()
                        .map(fault -> error(
                                fault.row(),
                                fault.line(),
                                new RowFault(fault.column(), fault.code(), fault.value()),
                                request))
                        .toList(),
                job.refusal() == null ? null : problem(job.refusal(), request),
                job.appliedAs() == null ? job.fileUntil() : null,
                outcomes == null ? null : rows(job, outcomes, page, request));
    }

    private ProblemDetail problem(Refusal refusal, HttpServletRequest request) {
        HttpStatus status =
                FileRefusalStatus.statuses().of(refusal.code()).orElseGet(() -> RefusalStatus.byName(refusal.code()));
        return problems.of(status, refusal.code(), refusal.details(), request);
    }

    private Page<RowView> rows(ImportJob job, Set<RowOutcome> outcomes, ListRequest page, HttpServletRequest request) {
        List<RowResult> found = imports.rows(job, outcomes, after(page), page.limit() + 1);
        List<RowView> shown =
                found.stream().limit(page.limit()).map(row -> row(row, request)).toList();
        return new Page<>(
                shown,
                found.size() > page.limit()
                        ? String.valueOf(shown.get(shown.size() - 1).row())
                        : null);
    }

    private RowView row(RowResult row, HttpServletRequest request) {
        String explanation =
                row.because() == null ? null : problems.sentence("because." + row.because(), row.details(), request);
        return new RowView(
                row.row(),
                row.line(),
                row.outcome(),
                row.subject(),
                row.changes().isEmpty() ? null : row.changes(),
                row.faults().isEmpty()
                        ? null
                        : row.faults().stream()
                                .map(fault -> error(row.row(), row.line(), fault, request))
                                .toList(),
                row.because(),
                explanation,
                row.details().isEmpty() ? null : row.details());
    }

    private CellError error(long row, long line, RowFault fault, HttpServletRequest request) {
        String expected = problems.sentence("expected." + fault.column(), Map.of(), request);
        String what = problems.field(fault.column(), fault.code(), request).message();
        String cell = fault.value() == null ? fault.column() : fault.column() + " \"" + fault.value() + "\"";
        String message = cell
                + (Character.isUpperCase(what.charAt(0)) ? ": " : " ")
                + what
                + (expected == null
                        ? ""
                        : ". " + problems.sentence("import.expected", Map.of("expected", expected), request));
        return new CellError(row, line, fault.column(), fault.code(), fault.value(), expected, message);
    }

    private static long after(ListRequest page) {
        return page.after() == null || !page.after().matches("[0-9]{1,18}") ? 0 : Long.parseLong(page.after());
    }
}
