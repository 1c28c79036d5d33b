package nl.klimrek.people.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.inbound.Intake;
import nl.klimrek.people.inbound.RecordOrigin;

/**
 * Takes a roster file: every valid row into the roster, every other into quarantine. A repeated request finds the result
 * of the first; one whose first was cut off goes on where that stopped, because each row has an id that follows from the
 * import and its number.
 */
final class Imports {

    private final AggregateStore<RosterImport> imports;
    private final Intake intake;
    private final Clock clock;

    Imports(AggregateStore<RosterImport> imports, Intake intake, Clock clock) {
        this.imports = imports;
        this.intake = intake;
        this.clock = clock;
    }

    /** What the import would do; changes nothing. */
    RosterImport look(String id, String source, RosterFile file) {
        List<RowFault> faults = file.rows().stream().flatMap(row -> row.faults().stream()).toList();
        int valid = (int) file.rows().stream().filter(row -> row.faults().isEmpty()).count();
        return RosterImport.started(id, source, clock.instant()).done(file.rows().size(), valid, faults);
    }

    RosterImport run(Organisation organisation, String id, String source, RosterFile file, Cause cause) {
        RosterImport begun = imports.handle(Key.of(organisation, id), cause, known -> known.isPresent()
                ? Decision.unchanged() : Decision.accept(RosterImport.started(id, source, clock.instant()))).state();
        if (begun.done()) {
            return begun;
        }
        int taken = 0;
        for (RosterRow row : file.rows()) {
            taken += intake.take(organisation, origin(begun, row, cause), row.reading()) ? 1 : 0;
        }
        RosterImport done = begun.done(file.rows().size(), taken,
                file.rows().stream().flatMap(row -> row.faults().stream()).toList());
        return imports.handle(Key.of(organisation, id), Cause.system("people"), known -> Decision.accept(done)).state();
    }

    Optional<Versioned<RosterImport>> find(Organisation organisation, String id) {
        return imports.find(Key.of(organisation, id));
    }

    private static RecordOrigin origin(RosterImport begun, RosterRow row, Cause cause) {
        String id = "import:" + begun.id() + ":" + row.number();
        Cause ofRow = new Cause(cause.actor(), cause.correlationId(), cause.causationId(), cause.traceparent(),
                new Cause.Marker.None(), OptionalLong.empty());
        return new RecordOrigin(begun.source(), id, null, micros(begun.startedAt()), null, null, row.original(), ofRow);
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
