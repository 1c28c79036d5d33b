package nl.klimrek.people.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.OptionalLong;

import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.inbound.DryRun;
import nl.klimrek.people.inbound.RecordOrigin;
import nl.klimrek.people.person.RecordResult;

/**
 * Takes a roster file: every valid row into the roster, every other into quarantine. A repeated request finds the result
 * of the first; one whose first was cut off goes on where that stopped, because each row has an id that follows from the
 * import and its number.
 */
final class Imports {

    private final AggregateStore<RosterImport> imports;
    private final RecordProcessor processor;
    private final Clock clock;

    Imports(AggregateStore<RosterImport> imports, RecordProcessor processor, Clock clock) {
        this.imports = imports;
        this.processor = processor;
        this.clock = clock;
    }

    /** What the import would do; changes nothing. */
    RosterImport look(Organisation organisation, String id, String source, RosterFile file, Cause cause) {
        RosterImport begun = RosterImport.started(id, source, clock.instant());
        DryRun dryRun = processor.dryRun(organisation);
        return counted(begun, file, row -> dryRun.preview(origin(begun, row, cause), row.reading()));
    }

    RosterImport run(Organisation organisation, String id, String source, RosterFile file, Cause cause) {
        RosterImport begun = imports.handle(Key.of(organisation, id), cause, known -> known.isPresent()
                ? Decision.unchanged() : Decision.accept(RosterImport.started(id, source, clock.instant()))).state();
        if (begun.done()) {
            return begun;
        }
        RosterImport done = counted(begun, file, row -> processor.process(organisation, origin(begun, row, cause), row.reading()));
        return imports.handle(Key.of(organisation, id), Cause.system("people"), known -> Decision.accept(done)).state();
    }

    private static RosterImport counted(RosterImport begun, RosterFile file, Function<RosterRow, RecordResult> each) {
        int taken = 0;
        List<RowFault> faults = new ArrayList<>();
        for (RosterRow row : file.rows()) {
            RecordResult result = each.apply(row);
            if (result.setAside() == null) {
                taken++;
            } else {
                result.setAside().faults().forEach(fault -> faults.add(new RowFault(row.number(), fault.field(), fault.code())));
            }
        }
        return begun.done(file.rows().size(), taken, faults);
    }

    Optional<Versioned<RosterImport>> find(Organisation organisation, String id) {
        return imports.find(Key.of(organisation, id));
    }

    private static RecordOrigin origin(RosterImport begun, RosterRow row, Cause cause) {
        Cause ofRow = new Cause(cause.actor(), cause.correlationId(), cause.causationId(), cause.traceparent(),
                new Cause.Marker.None(), OptionalLong.empty());
        return RecordOrigin.row(begun.source(), begun.id(), row.number(), begun.startedAt(), row.original(), ofRow);
    }
}
