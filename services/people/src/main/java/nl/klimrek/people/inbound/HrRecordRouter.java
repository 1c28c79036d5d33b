package nl.klimrek.people.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.hr.EmployeeLeft;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.contracts.hr.SnapshotCompleted;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.inbox.MalformedEventException;
import nl.klimrek.people.person.FieldFault;
import nl.klimrek.people.person.HrField;
import nl.klimrek.people.quarantine.Quarantine;

/**
 * Decides what becomes of a record from the bus: processed, or set aside in the organisation whose HR can repair it. That is
 * the organisation its source is bound to; for an unknown source the one it names itself, where that is known. A record
 * that can be nobody's is a dead letter. Nothing a record holds stops those after it.
 */
final class HrRecordRouter {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_FIELDS = 500;
    private static final String UPSERTED = Contracts.typeOf(EmployeeUpserted.class);
    private static final String LEFT = Contracts.typeOf(EmployeeLeft.class);
    private static final String COMPLETED = Contracts.typeOf(SnapshotCompleted.class);

    private final SourceBindings bindings;
    private final RecordProcessor processor;
    private final Quarantine quarantine;
    private final Snapshots snapshots;
    private final int largest;
    private final Clock clock;

    /** @param largest most bytes of a record that is read */
    HrRecordRouter(
            SourceBindings bindings,
            RecordProcessor processor,
            Quarantine quarantine,
            Snapshots snapshots,
            int largest,
            Clock clock) {
        this.bindings = bindings;
        this.processor = processor;
        this.quarantine = quarantine;
        this.snapshots = snapshots;
        this.largest = largest;
        this.clock = clock;
    }

    void route(Envelope envelope, long arrived) {
        Optional<Organisation> speaksFor = bindings.organisationOf(envelope.attribute("source"));
        if (speaksFor.isEmpty()) {
            setAside(
                    named(envelope),
                    envelope,
                    arrived,
                    envelope.attributes().isEmpty() ? QuarantineReason.MALFORMED : QuarantineReason.UNKNOWN_SOURCE,
                    List.of());
            return;
        }
        Organisation organisation = speaksFor.get();
        String claimed = envelope.attribute("organisation");
        if (!bindings.isProved(envelope)) {
            setAside(organisation, envelope, arrived, QuarantineReason.UNKNOWN_SOURCE, List.of());
        } else if (claimed != null && !claimed.equals(organisation.value())) {
            setAside(organisation, envelope, arrived, QuarantineReason.WRONG_ORGANISATION, List.of());
        } else if (envelope.original().length > largest) {
            setAside(organisation, envelope, arrived, QuarantineReason.TOO_LARGE, List.of());
        } else if (envelope.usable("id", LONGEST_ID).isEmpty() || !"1.0".equals(envelope.attribute("specversion"))) {
            setAside(organisation, envelope, arrived, QuarantineReason.MALFORMED, List.of());
        } else {
            read(organisation, envelope, arrived);
        }
    }

    private void read(Organisation organisation, Envelope envelope, long arrived) {
        JsonNode data = EnvelopeReader.json(envelope.data());
        String type = String.valueOf(envelope.attribute("type"));
        boolean person = type.equals(UPSERTED) || type.equals(LEFT);
        if (!person && !type.equals(COMPLETED)) {
            setAside(organisation, envelope, arrived, QuarantineReason.UNKNOWN_TYPE, List.of());
        } else if (data.isMissingNode()) {
            setAside(organisation, envelope, arrived, QuarantineReason.MALFORMED, List.of());
        } else if (person) {
            ParseResult parsed =
                    type.equals(UPSERTED) ? EmployeeReader.upserted(data, stated(envelope)) : EmployeeReader.left(data);
            processor.process(organisation, RecordOrigin.of(envelope, arrived, clock), parsed);
        } else {
            snapshots
                    .completed(organisation, envelope.attribute("source"), data)
                    .ifPresent(faulty -> setAside(organisation, envelope, arrived, faulty.reason(), faulty.faults()));
        }
    }

    /** A record of some facts names them in the extension {@code fields}; any other is about the whole person. */
    private static Set<HrField> stated(Envelope envelope) {
        return envelope.usable("fields", LONGEST_FIELDS)
                .map(names -> Arrays.stream(names.split(","))
                        .map(String::strip)
                        .map(HrField::named)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()))
                .orElse(HrField.ALL);
    }

    /** The organisation a record of an unknown source names; a record that names none we know is a dead letter. */
    private Organisation named(Envelope envelope) {
        String claimed = envelope.attribute("organisation") == null
                ? envelope.organisationOfKey()
                : envelope.attribute("organisation");
        return bindings.known(claimed).orElseThrow(() -> new MalformedEventException("unknown-source"));
    }

    private void setAside(
            Organisation organisation,
            Envelope envelope,
            long arrived,
            QuarantineReason reason,
            List<FieldFault> faults) {
        RecordOrigin origin = RecordOrigin.of(envelope, arrived, clock);
        quarantine.setAside(organisation, origin.suspect(null), reason, faults, origin.cause());
    }
}
