package nl.klimrek.people.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.imports.ImportResponder;
import nl.klimrek.servicekit.imports.ImportView;
import nl.klimrek.servicekit.imports.PostImportFile;
import nl.klimrek.servicekit.imports.job.ImportRequest;
import nl.klimrek.servicekit.imports.job.RowOutcome;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.tabular.ColumnMapping;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports roster files over HTTP, for HR and HR systems. Without {@code dryRun=false} a file is only previewed. The body
 * is the file itself and is streamed.
 */
@RestController
@RequestMapping("/api/people/imports")
final class RosterImportController {

    private final ImportResponder answers;
    private final SourceBindings bindings;
    private final PeopleAccess access;

    RosterImportController(ImportResponder answers, SourceBindings bindings, PeopleAccess access) {
        this.answers = answers;
        this.bindings = bindings;
        this.access = access;
    }

    /** @param encoding encoding of the text, where it cannot be told from the file */
    @PostImportFile
    ResponseEntity<ImportView> receive(
            @RequestBody(required = false) InputStreamResource file,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(defaultValue = SourceBindings.IMPORT_SOURCE) String source,
            @RequestParam(required = false) String encoding,
            ListRequest page,
            Caller caller,
            MessageContext cause,
            HttpServletRequest request)
            throws IOException {
        access.hrOrSystem(caller);
        if (!source.equals(SourceBindings.IMPORT_SOURCE)
                && bindings.organisationOf(source)
                        .filter(caller.organisation()::equals)
                        .isEmpty()) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "source-not-bound");
        }
        ColumnMapping columns = ImportResponder.columns(request, RosterColumns.KNOWN);
        return answers.receive(
                caller.organisation(),
                CommandIdGenerator.newId(cause),
                ImportRequest.of(source, dryRun, encoding, columns, cause),
                file,
                content -> Map.of(),
                page,
                request);
    }

    /** Applies the file of a dry run, once and within an hour. */
    @PostMapping("{id}/application")
    ResponseEntity<ImportView> apply(
            @PathVariable String id,
            ListRequest page,
            Caller caller,
            MessageContext cause,
            HttpServletRequest request) {
        access.hrOrSystem(caller);
        return answers.apply(caller.organisation(), id, cause, page, request);
    }

    @GetMapping
    Page<ImportView> recent(ListRequest page, Caller caller, HttpServletRequest request) {
        access.hrOrSystem(caller);
        return answers.recent(caller.organisation(), page, request);
    }

    /** @param outcome only rows with these outcomes; all when none is named */
    @GetMapping("{id}")
    ResponseEntity<ImportView> one(
            @PathVariable String id,
            @RequestParam(required = false) Set<RowOutcome> outcome,
            ListRequest page,
            Caller caller,
            HttpServletRequest request) {
        access.hrOrSystem(caller);
        return answers.one(caller.organisation(), id, outcome, page, request);
    }
}
