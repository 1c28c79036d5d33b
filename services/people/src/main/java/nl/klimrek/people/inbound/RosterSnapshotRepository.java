package nl.klimrek.people.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.hrrecord.StableId;

/**
 * Stores the newest complete snapshot of each source. Nobody leaves by being absent from a snapshot: an export that
 * broke off would dismiss half an organisation. HR sees who is missing; the HR system decides who leaves.
 */
public final class RosterSnapshotRepository {

    private static final int MAX_RECORDS = 10_000_000;

    private final AggregateStore<RosterSnapshot> snapshots;
    private final Clock clock;

    public RosterSnapshotRepository(AggregateStore<RosterSnapshot> snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Stores a completed snapshot; returns its faults when it is invalid. */
    Optional<ParseResult.Faulty> completed(Organisation organisation, String source, JsonNode data) {
        RecordFieldReader fields = new RecordFieldReader(data);
        Optional<String> id = fields.required("snapshot", fields.text("snapshot", 100));
        Optional<BigDecimal> records = fields.required("records", fields.number("records", 0, MAX_RECORDS));
        if (!fields.faults().isEmpty()) {
            return Optional.of(ParseResult.Faulty.of(null, fields.faults(), HrField.ALL, data));
        }
        RosterSnapshot newest = new RosterSnapshot(
                source, id.orElseThrow(), records.orElseThrow().intValue(), clock.instant());
        snapshots.handle(
                key(organisation, source),
                MessageContext.system("hr-system"),
                known -> known.filter(snapshot -> snapshot.snapshot().equals(newest.snapshot()))
                                .isPresent()
                        ? Decision.unchanged()
                        : Decision.accept(newest));
        return Optional.empty();
    }

    /** The newest complete snapshot of a source. */
    public Optional<RosterSnapshot> newest(Organisation organisation, String source) {
        return snapshots.find(key(organisation, source)).map(Versioned::state);
    }

    private static Key key(Organisation organisation, String source) {
        return Key.of(organisation, StableId.of(source));
    }
}
