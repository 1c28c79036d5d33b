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
import nl.klimrek.people.person.HrField;
import nl.klimrek.people.person.StableId;

/**
 * Remembers which full snapshot is complete. Nobody leaves because a snapshot lacks them: an export that broke off
 * halfway would dismiss half an organisation. Who is missing is shown to HR, and leaves when the HR system says so.
 */
public final class Snapshots {

    private static final int MOST_RECORDS = 10_000_000;

    private final AggregateStore<Snapshot> snapshots;
    private final Clock clock;

    public Snapshots(AggregateStore<Snapshot> snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Notes it; gives what is wrong with it where it can not be. */
    Optional<ParseResult.Faulty> completed(Organisation organisation, String source, JsonNode data) {
        RecordFields fields = new RecordFields(data);
        String id = fields.required("snapshot", fields.text("snapshot", 100));
        BigDecimal records = fields.required("records", fields.number("records", 0, MOST_RECORDS));
        if (!fields.faults().isEmpty()) {
            return Optional.of(ParseResult.Faulty.of(null, fields.faults(), HrField.ALL, data));
        }
        snapshots.handle(
                key(organisation, source),
                MessageContext.system("hr-system"),
                known ->
                        known.filter(snapshot -> snapshot.snapshot().equals(id)).isPresent()
                                ? Decision.unchanged()
                                : Decision.accept(new Snapshot(source, id, records.intValue(), clock.instant())));
        return Optional.empty();
    }

    /** The newest complete snapshot of a source. */
    public Optional<Snapshot> newest(Organisation organisation, String source) {
        return snapshots.find(key(organisation, source)).map(Versioned::state);
    }

    private static Key key(Organisation organisation, String source) {
        return Key.of(organisation, StableId.of(source));
    }
}
