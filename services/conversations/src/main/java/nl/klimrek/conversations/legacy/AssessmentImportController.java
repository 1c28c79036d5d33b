package nl.klimrek.conversations.legacy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.imports.ImportResponder;
import nl.klimrek.servicekit.imports.ImportView;
import nl.klimrek.servicekit.imports.PostImportFile;
import nl.klimrek.servicekit.imports.job.ImportRequest;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.tabular.ColumnMapping;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports old checklists, for HR, as rosters are imported. Without {@code dryRun=false} a file is only looked at. */
@RestController
@RequestMapping("/api/conversations/assessments/imports")
class AssessmentImportController {

    private final ImportResponder answers;
    private final PersonLookup people;
    private final AccessControl access;

    AssessmentImportController(ImportResponder answers, PersonLookup people, AccessControl access) {
        this.answers = answers;
        this.people = people;
        this.access = access;
    }

    /**
     * What an import did, would do or is doing.
     *
     * @param imported checklists that became, or would become, conversations
     * @param alreadyThere checklists that were imported before
     * @param refused rows that were, or would be, set aside
     */
    record ChecklistsView(@JsonUnwrapped ImportView view, long imported, long alreadyThere, long refused) {

        static ChecklistsView of(ImportView view) {
            return new ChecklistsView(
                    view,
                    view.counts().getOrDefault(RowOutcome.NEW, 0L),
                    view.counts().getOrDefault(RowOutcome.UNCHANGED, 0L),
                    view.counts().getOrDefault(RowOutcome.SET_ASIDE, 0L));
        }
    }

    /**
     * @param source HR system that the employee numbers are of
     * @param encoding encoding of the text, where it cannot be told from the file
     */
    @PostImportFile
    ResponseEntity<ChecklistsView> receive(
            @RequestBody(required = false) InputStreamResource file,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(defaultValue = "csv") String source,
            @RequestParam(required = false) String encoding,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            ListRequest page,
            Caller caller,
            MessageContext context,
            HttpServletRequest request)
            throws IOException {
        access.hr(caller);
        ColumnMapping columns = ImportResponder.columns(request, ChecklistColumns.KNOWN);
        return shown(answers.receive(
                caller.organisation(),
                CommandIdGenerator.newId(context),
                ImportRequest.of(source, dryRun, encoding, columns, context),
                file,
                content -> people.in(content, encoding, columns, source, authorization),
                page,
                request));
    }

    /** Makes a dry run real with the file that was sent for it, once and within an hour. */
    @PostMapping("{id}/application")
    ResponseEntity<ChecklistsView> apply(
            @PathVariable String id,
            ListRequest page,
            Caller caller,
            MessageContext context,
            HttpServletRequest request) {
        access.hr(caller);
        return shown(answers.apply(caller.organisation(), id, context, page, request));
    }

    @GetMapping
    Page<ChecklistsView> recent(ListRequest page, Caller caller, HttpServletRequest request) {
        access.hr(caller);
        Page<ImportView> found = answers.recent(caller.organisation(), page, request);
        return new Page<>(found.items().stream().map(ChecklistsView::of).toList(), found.next());
    }

    /** @param outcome only rows with these outcomes; all when none is named */
    @GetMapping("{id}")
    ResponseEntity<ChecklistsView> one(
            @PathVariable String id,
            @RequestParam(required = false) Set<RowOutcome> outcome,
            ListRequest page,
            Caller caller,
            HttpServletRequest request) {
        access.hr(caller);
        return shown(answers.one(caller.organisation(), id, outcome, page, request));
    }

    private static ResponseEntity<ChecklistsView> shown(ResponseEntity<ImportView> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(ChecklistsView.of(answer.getBody()));
    }
}
