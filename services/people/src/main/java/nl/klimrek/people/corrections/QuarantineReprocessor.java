package nl.klimrek.people.corrections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.hr.EmployeeLeft;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.people.inbound.EmployeeRecordReader;
import nl.klimrek.people.inbound.ParseResult;
import nl.klimrek.people.inbound.RecordOrigin;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.people.person.RecordResult;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.quarantine.QuarantineCandidate;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.quarantine.QuarantinedRecord.Closed;

/**
 * Processes a quarantined record again. The record keeps its original order, so it never undoes a later one. A processed
 * item is closed. An item that still waits keeps the corrections, with the remaining faults.
 */
final class QuarantineReprocessor {

    private static final String LEFT = Contracts.typeOf(EmployeeLeft.class);
    private static final Set<String> TYPES = Set.of(LEFT, Contracts.typeOf(EmployeeUpserted.class));
    private static final Set<QuarantineReason> NOT_OURS =
            Set.of(QuarantineReason.UNKNOWN_SOURCE, QuarantineReason.WRONG_ORGANISATION, QuarantineReason.UNKNOWN_TYPE);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Quarantine quarantine;
    private final RecordProcessor processor;
    private final SourceBindings bindings;

    QuarantineReprocessor(Quarantine quarantine, RecordProcessor processor, SourceBindings bindings) {
        this.quarantine = quarantine;
        this.processor = processor;
        this.bindings = bindings;
    }

    /**
     * Processes an item again.
     *
     * @param fields corrected fields, by name; empty when nothing in the record changed
     * @param id id of this attempt; repeating an attempt changes nothing
     * @throws RefusedException {@code record-not-correctable} when the source does not speak for the organisation, or
     *     the record is not about a person
     */
    RecordResult process(
            Organisation organisation,
            QuarantinedRecord item,
            ObjectNode fields,
            String id,
            Closed how,
            MessageContext cause) {
        if (!correctable(organisation, item)) {
            throw new RefusedException(Refusal.of("record-not-correctable"));
        }
        QuarantineCandidate.Content content = Objects.requireNonNull(item.content());
        String source = Objects.requireNonNull(item.source());
        ObjectNode data = data(content);
        data.setAll(fields);
        Set<HrField> stated = stated(item, content, fields);
        ParseResult parsed = LEFT.equals(item.type())
                ? EmployeeRecordReader.left(data)
                : EmployeeRecordReader.upserted(data, stated);
        RecordOrigin origin = new RecordOrigin(
                source,
                id,
                "correction:" + id,
                item.type(),
                content.position(),
                content.saidAt(),
                null,
                null,
                null,
                data.toString().getBytes(StandardCharsets.UTF_8),
                cause.withoutMarker());
        RecordResult result = processor.reprocess(organisation, origin, parsed, item.id());
        if (result.setAside() == null) {
            quarantine.close(organisation, item.id(), how, id);
        } else {
            quarantine.keepOpen(
                    organisation,
                    item.id(),
                    result.setAside().reason(),
                    result.setAside().faults(),
                    new QuarantineCandidate.Content(
                            parsed.number(),
                            data.toString(),
                            names(stated),
                            content.position(),
                            content.saidAt(),
                            null));
        }
        return result;
    }

    private boolean correctable(Organisation organisation, QuarantinedRecord item) {
        boolean ours = SourceBindings.IMPORT_SOURCE.equals(item.source())
                || bindings.organisationOf(item.source())
                        .filter(organisation::equals)
                        .isPresent();
        return ours
                && !NOT_OURS.contains(item.reason())
                && item.content() != null
                && (item.type() == null || TYPES.contains(item.type()));
    }

    private static ObjectNode data(QuarantineCandidate.Content content) {
        if (content.data() == null) {
            return JSON.createObjectNode();
        }
        try {
            return (ObjectNode) JSON.readTree(content.data());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the data of an item is JSON", damaged);
        }
    }

    /** The fields that were stated or are corrected. An unreadable row states only what is corrected. */
    private static Set<HrField> stated(QuarantinedRecord item, QuarantineCandidate.Content content, ObjectNode fields) {
        if (content.data() == null && item.type() != null) {
            return HrField.ALL;
        }
        Set<HrField> stated = new HashSet<>(content.data() == null ? Set.of() : fields(content.stated()));
        fields.fieldNames().forEachRemaining(name -> HrField.named(name).ifPresent(stated::add));
        return stated;
    }

    private static Set<HrField> fields(List<String> names) {
        return names.stream().map(HrField::named).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static List<String> names(Set<HrField> stated) {
        return stated.stream().map(HrField::fieldName).sorted().toList();
    }
}
