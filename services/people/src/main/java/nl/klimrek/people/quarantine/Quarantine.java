package nl.klimrek.people.quarantine;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Cause;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.person.StableId;
import nl.klimrek.people.register.Census;

/** Sets records aside, each once however often it arrives, and finds them again. */
public final class Quarantine {

    private final AggregateStore<QuarantinedRecord> records;
    private final Census census;
    private final Clock clock;

    public Quarantine(AggregateStore<QuarantinedRecord> records, Census census, Clock clock) {
        this.records = records;
        this.census = census;
        this.clock = clock;
    }

    /**
     * A record to be set aside.
     *
     * @param source HR system it came from, as it said; null when it did not say
     * @param record id the source gave it, or where it was found
     * @param type CloudEvents type, as it said; may be null
     * @param original the bytes as they arrived
     */
    public record Suspect(String source, String record, String type, byte[] original) {

        String id() {
            return idOf(source == null ? "" : source, record);
        }
    }

    /** The id under which a record of a source is set aside. */
    public static String idOf(String source, String record) {
        return StableId.of("quarantine", source, record);
    }

    /** Sets it aside; nothing happens when it was set aside before. */
    public void setAside(Organisation organisation, Suspect suspect, QuarantineReason reason, List<FieldFault> faults, Cause cause) {
        QuarantinedRecord record = new QuarantinedRecord(suspect.id(), suspect.source(), suspect.record(), suspect.type(),
                reason, faults, Base64.getEncoder().encodeToString(suspect.original()), clock.instant(), false);
        records.handle(Key.of(organisation, record.id()), cause,
                known -> known.isPresent() ? Decision.unchanged() : record.setAside());
    }

    /** The record was taken after all; nothing happens when it is not here. */
    public void release(Organisation organisation, String source, String record) {
        String id = idOf(source, record);
        Versioned<QuarantinedRecord> done = records.handle(Key.of(organisation, id), Cause.system("people"),
                known -> known.map(QuarantinedRecord::release).orElseGet(Decision::unchanged));
        if (done.state() != null) {
            census.released(organisation, id);
        }
    }

    public Optional<Versioned<QuarantinedRecord>> find(Organisation organisation, String id) {
        return records.find(Key.of(organisation, id));
    }

    /** Those of these records of a source that are, or were, set aside. */
    public List<QuarantinedRecord> findAll(Organisation organisation, String source, List<String> wanted) {
        return records.findAll(wanted.stream().map(record -> Key.of(organisation, idOf(source, record))).toList()).stream()
                .map(Versioned::state).toList();
    }

    /** Those that still wait, by id. */
    public List<QuarantinedRecord> waiting(Organisation organisation, String after, int most) {
        List<Key> keys = census.inQuarantine(organisation, after, most).stream().map(id -> Key.of(organisation, id)).toList();
        return records.findAll(keys).stream().map(Versioned::state)
                .sorted((one, other) -> one.id().compareTo(other.id())).toList();
    }
}
