package nl.klimrek.people.imports;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.PeopleSettings;
import nl.klimrek.people.access.PeopleAccess;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.servicekit.command.CommandIds;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.problem.Problems;
import nl.klimrek.servicekit.problem.RequestRefused;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports over HTTP, for HR and HR systems. Without {@code dryRun=false} a file is only looked at. */
@RestController
@RequestMapping("/api/people/imports")
final class ImportController {

    private final Imports imports;
    private final SourceBindings bindings;
    private final PeopleAccess access;
    private final Problems problems;

    ImportController(AggregateStore<RosterImport> imports, RecordProcessor processor, Clock clock, SourceBindings bindings,
            PeopleAccess access, Problems problems) {
        this.imports = new Imports(imports, processor, clock);
        this.bindings = bindings;
        this.access = access;
        this.problems = problems;
    }

    @PostMapping(consumes = "text/csv")
    ImportView take(@RequestBody byte[] file, @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(defaultValue = PeopleSettings.IMPORT_SOURCE) String source,
            Caller caller, Cause cause, HttpServletRequest request) {
        access.hrOrSystem(caller);
        if (!source.equals(PeopleSettings.IMPORT_SOURCE)
                && bindings.organisationOf(source).filter(caller.organisation()::equals).isEmpty()) {
            throw new RequestRefused(HttpStatus.BAD_REQUEST, "source-not-bound");
        }
        RosterFile read = RosterFile.read(file);
        String id = CommandIds.newId(cause);
        return view(dryRun ? imports.look(caller.organisation(), id, source, read, cause)
                : imports.run(caller.organisation(), id, source, read, cause), dryRun, request);
    }

    @GetMapping("{id}")
    ResponseEntity<ImportView> one(@PathVariable String id, Caller caller, HttpServletRequest request) {
        access.hrOrSystem(caller);
        Versioned<RosterImport> found = imports.find(caller.organisation(), id)
                .orElseThrow(() -> new RefusedException(Refusal.of("import-unknown")));
        return ETags.ok(view(found.state(), false, request), found);
    }

    private ImportView view(RosterImport done, boolean dryRun, HttpServletRequest request) {
        return new ImportView(done.id(), done.source(), dryRun, done.rows(), done.taken(), done.quarantined(),
                done.faults().stream().map(fault -> new ImportView.RowError(fault.row(), fault.column(), fault.code(),
                        problems.field(fault.column(), fault.code(), request).message())).toList());
    }
}
