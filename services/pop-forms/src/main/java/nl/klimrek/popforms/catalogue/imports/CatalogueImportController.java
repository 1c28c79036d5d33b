package nl.klimrek.popforms.catalogue.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import nl.klimrek.contracts.popforms.CatalogueKind;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports the catalogue of offers and that of career steps over HTTP, for HR. Without {@code dryRun=false} a file is only previewed. The
 * body is the file itself and is streamed.
 */
@RestController
@RequestMapping({CatalogueImportController.OFFERS, CatalogueImportController.CAREER_STEPS})
final class CatalogueImportController {

    static final String OFFERS = "/api/pop-forms/offers/imports";
    static final String CAREER_STEPS = "/api/pop-forms/career-steps/imports";

    private final ImportResponder answers;
    private final CatalogueImport catalogues;
    private final AccessControl access;

    CatalogueImportController(ImportResponder answers, CatalogueImport catalogues, AccessControl access) {
        this.answers = answers;
        this.catalogues = catalogues;
        this.access = access;
    }

    /** @param encoding encoding of the text, where it cannot be told from the file */
    @PostImportFile
    ResponseEntity<ImportView> receive(
            @RequestBody(required = false) InputStreamResource file,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) String encoding,
            ListRequest page,
            Caller caller,
            MessageContext cause,
            HttpServletRequest request)
            throws IOException {
        access.hr(caller);
        CatalogueKind kind = kind(request);
        ColumnMapping columns = ImportResponder.columns(request, catalogues.columns(kind));
        return answers.receive(
                caller.organisation(),
                CommandIdGenerator.newId(cause),
                ImportRequest.of(kind.name(), dryRun, encoding, columns, cause),
                file,
                ignored -> Map.of(),
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
        access.hr(caller);
        return answers.apply(caller.organisation(), id, cause, page, request);
    }

    @GetMapping
    Page<ImportView> recent(ListRequest page, Caller caller, HttpServletRequest request) {
        access.hr(caller);
        CatalogueKind kind = kind(request);
        return answers.recent(
                caller.organisation(),
                asked -> CatalogueImport.kind(asked).filter(kind::equals).isPresent(),
                page,
                request);
    }

    /** @param outcome only rows with these outcomes; all when none is named */
    @GetMapping("{id}")
    ResponseEntity<ImportView> one(
            @PathVariable String id,
            @RequestParam(required = false) Set<RowOutcome> outcome,
            ListRequest page,
            Caller caller,
            HttpServletRequest request) {
        access.hr(caller);
        return answers.one(caller.organisation(), id, outcome, page, request);
    }

    private static CatalogueKind kind(HttpServletRequest request) {
        return request.getRequestURI().startsWith(OFFERS) ? CatalogueKind.OFFERS : CatalogueKind.CAREER_STEPS;
    }
}
