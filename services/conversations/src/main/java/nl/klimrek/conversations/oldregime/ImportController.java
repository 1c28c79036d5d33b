package nl.klimrek.conversations.oldregime;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.command.CommandIds;
import nl.klimrek.servicekit.people.Access;
import nl.klimrek.servicekit.problem.Problems;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Brings in old checklists, for HR. Without {@code dryRun=false} a file is only looked at. */
@RestController
@RequestMapping("/api/conversations/assessments/imports")
class ImportController {

    private final Imports imports;
    private final Access access;
    private final Problems problems;

    ImportController(Imports imports, Access access, Problems problems) {
        this.imports = imports;
        this.access = access;
        this.problems = problems;
    }

    /**
     * What an import did, or would do.
     *
     * @param rows lines below the heading
     * @param refused lines that were, or would be, left out; the rest proceeds
     */
    record ImportView(
            String id, boolean dryRun, int rows, int imported, int alreadyThere, int refused, List<LineError> errors) {}

    /** What is wrong with one cell, for a person in the reader's language. */
    record LineError(long line, String column, String code, String message) {}

    @PostMapping(consumes = "text/csv")
    ImportView take(@RequestBody byte[] file, @RequestParam(defaultValue = "true") boolean dryRun, Caller caller, Cause cause,
            HttpServletRequest request) {
        access.hr(caller);
        ChecklistFile read = ChecklistFile.read(file);
        String id = CommandIds.newId(cause);
        AssessmentImport done = dryRun ? imports.look(caller.organisation(), id, read)
                : imports.find(caller.organisation(), id).orElseGet(() -> imports.run(caller.organisation(), id, read, cause));
        return view(done, dryRun, request);
    }

    @GetMapping("{id}")
    ImportView one(@PathVariable String id, Caller caller, HttpServletRequest request) {
        access.hr(caller);
        return view(imports.find(caller.organisation(), id)
                .orElseThrow(() -> new RefusedException(Refusal.of("import-unknown"))), false, request);
    }

    private ImportView view(AssessmentImport done, boolean dryRun, HttpServletRequest request) {
        return new ImportView(done.id(), dryRun, done.rows(), done.imported(), done.alreadyThere(), done.refused(),
                done.faults().stream().map(fault -> new LineError(fault.line(), fault.column(), fault.code(),
                        problems.field(fault.column(), fault.code(), request).message())).toList());
    }
}
