package nl.klimrek.popforms.skill.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.skill.SkillFile;
import nl.klimrek.popforms.skill.SkillListVersion;
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
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports lists of skills over HTTP, for HR: ESCO's and O*NET's files as they are published, and lists of an organisation's own.
 * Without {@code dryRun=false} a file is only previewed. The body is the file itself and is streamed.
 */
@RestController
@RequestMapping("/api/pop-forms/skills/imports")
final class SkillImportController {

    private static final Set<String> COLUMNS = Set.of("code", "label", "alternatives", "description", "matches");

    private final ImportResponder answers;
    private final AccessControl access;

    SkillImportController(ImportResponder answers, AccessControl access) {
        this.answers = answers;
        this.access = access;
    }

    /**
     * @param scheme scheme that the codes are of
     * @param version version of the scheme
     * @param language language of the names
     * @param encoding encoding of the text, where it cannot be told from the file
     */
    @PostImportFile
    ResponseEntity<ImportView> receive(
            @RequestBody(required = false) InputStreamResource file,
            @RequestParam(required = false) Skill.@Nullable Scheme scheme,
            @RequestParam(required = false) @Pattern(regexp = SkillListVersion.VERSION) @Nullable String version,
            @RequestParam(required = false) @Pattern(regexp = SkillFile.LANGUAGE) @Nullable String language,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) String encoding,
            ListRequest page,
            Caller caller,
            MessageContext cause,
            HttpServletRequest request)
            throws IOException, MissingServletRequestParameterException {
        access.hr(caller);
        SkillFile content = new SkillFile(
                new SkillListVersion(required("scheme", scheme), required("version", version)),
                required("language", language));
        ColumnMapping columns = ImportResponder.columns(request, COLUMNS);
        return answers.receive(
                caller.organisation(),
                CommandIdGenerator.newId(cause),
                ImportRequest.of(content.toString(), dryRun, encoding, columns, cause),
                file,
                ignored -> Map.of(),
                page,
                request);
    }

    /** Here and not in the signature, so that nobody but HR hears what a request lacks. */
    private static <T> T required(String name, @Nullable T value) throws MissingServletRequestParameterException {
        if (value == null) {
            throw new MissingServletRequestParameterException(name, "String");
        }
        return value;
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
        return answers.recent(caller.organisation(), SkillFile::isSource, page, request);
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
}
