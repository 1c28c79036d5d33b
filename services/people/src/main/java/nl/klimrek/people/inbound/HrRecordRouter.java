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
import nl.klimrek.eventing.cloudevent.MalformedEventException;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.quarantine.Quarantine;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Routes each record of the inbound topic to the {@link RecordProcessor}, or to quarantine if it cannot be processed.
 *
 * <p>The organisation is the one that the record's source is bound to. A record of an unknown source goes to the quarantine
 * of the organisation it names. If it names none, it becomes a dead letter. No content of a record holds up later ones.
 */
public final class HrRecordRouter {

    private static final int MAX_ID_LENGTH = 200;
    private static final int MAX_FIELDS_LENGTH = 500;
    private static final String UPSERTED = Contracts.typeOf(EmployeeUpserted.class);
    private static final String LEFT = Contracts.typeOf(EmployeeLeft.class);
    private static final String COMPLETED = Contracts.typeOf(SnapshotCompleted.class);

    private final SourceBindings bindings;
    private final RecordProcessor processor;
    private final Quarantine quarantine;
    private final RosterSnapshotRepository snapshots;
    private final int maxBytes;
    private final Clock clock;

    /** @param maxBytes largest record that is read */
    public HrRecordRouter(
            SourceBindings bindings,
            RecordProcessor processor,
            Quarantine quarantine,
            RosterSnapshotRepository snapshots,
            int maxBytes,
            Clock clock) {
        this.bindings = bindings;
        this.processor = processor;
        this.quarantine = quarantine;
        this.snapshots = snapshots;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** Routes a record of the inbound topic. */
    public void route(ConsumerRecord<byte[], byte[]> record) {
        route(EnvelopeReader.open(record), record.timestamp());
    }

    private void route(Envelope envelope, long arrived) {
        String source = envelope.attribute("source");
        Optional<Organisation> speaksFor = bindings.organisationOf(source);
        if (source == null || speaksFor.isEmpty()) {
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
        } else if (envelope.original().length > maxBytes) {
            setAside(organisation, envelope, arrived, QuarantineReason.TOO_LARGE, List.of());
        } else if (envelope.usable("id", MAX_ID_LENGTH).isEmpty() || !"1.0".equals(envelope.attribute("specversion"))) {
            setAside(organisation, envelope, arrived, QuarantineReason.MALFORMED, List.of());
        } else {
            read(organisation, source, envelope, arrived);
        }
    }

    private void read(Organisation organisation, String source, Envelope envelope, long arrived) {
        JsonNode data = EnvelopeReader.json(envelope.data());
        String type = String.valueOf(envelope.attribute("type"));
        boolean person = type.equals(UPSERTED) || type.equals(LEFT);
        if (!person && !type.equals(COMPLETED)) {
            setAside(organisation, envelope, arrived, QuarantineReason.UNKNOWN_TYPE, List.of());
        } else if (data.isMissingNode()) {
            setAside(organisation, envelope, arrived, QuarantineReason.MALFORMED, List.of());
        } else if (person) {
            ParseResult parsed = type.equals(UPSERTED)
                    ? EmployeeRecordReader.upserted(data, stated(envelope))
                    : EmployeeRecordReader.left(data);
            processor.process(organisation, RecordOrigin.of(envelope, arrived, clock), parsed);
        } else {
            snapshots
                    .completed(organisation, source, data)
                    .ifPresent(faulty -> setAside(organisation, envelope, arrived, faulty.reason(), faulty.faults()));
        }
    }

    /** The fields named by the extension {@code fields}; without it, a record states the whole person. */
    private static Set<HrField> stated(Envelope envelope) {
        return envelope.usable("fields", MAX_FIELDS_LENGTH)
                .map(names -> Arrays.stream(names.split(","))
                        .map(String::strip)
                        .map(HrField::named)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()))
                .orElse(HrField.ALL);
    }

    /** The organisation that a record of an unknown source names; without one, the record becomes a dead letter. */
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
        quarantine.setAside(organisation, origin.quarantineCandidate(null), reason, faults, origin.cause());
    }
}
