package nl.klimrek.portal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/** HR lines that were set aside, as HR reads them. */
final class QuarantinePage {
    /** Fields in the order of a form; what a record has beside them is kept and not shown. */
    private static final List<String> FIELDS = List.of(
            "employeeNumber",
            "effectiveAt",
            "givenName",
            "familyName",
            "email",
            "startDate",
            "endDate",
            "team",
            "job",
            "jobFamily",
            "managerNumber",
            "contractKind",
            "hoursPerWeek",
            "workingDays",
            "language",
            "timeZone",
            "absentFrom",
            "absentUntil");

    private QuarantinePage() {}

    /** An item as the people service answers it. */
    record Item(
            String id,
            String source,
            String record,
            String explanation,
            List<Fault> fields,
            String number,
            JsonNode data,
            Instant at,
            boolean released) {}

    record Fault(String field, String message, String value, String expected) {}

    /** @param who whom it is about, as far as that can be read; @param faults one sentence for each field */
    record Line(String id, String who, String why, List<String> faults, String since) {}

    /**
     * One item to correct.
     *
     * @param inputs   the fields with what is in them now
     * @param correctable whether its fields could be read, so that they can be corrected here
     */
    record Detail(
            String id,
            String who,
            String why,
            List<String> faults,
            String since,
            List<Input> inputs,
            boolean correctable,
            boolean closed) {}

    /** @param wrong whether this field is the reason, @param hint what is expected there; may be null */
    record Input(
            String name,
            String label,
            String value,
            boolean wrong,
            @Nullable String hint) {}

    static Line line(Reader reader, Item item) {
        return new Line(
                item.id(), who(reader, item), item.explanation(), faults(reader, item), reader.moment(item.at()));
    }

    static Detail detail(Reader reader, Item item) {
        boolean readable = item.data() != null && item.data().isObject();
        return new Detail(
                item.id(),
                who(reader, item),
                item.explanation(),
                faults(reader, item),
                reader.moment(item.at()),
                readable ? inputs(reader, item) : List.of(),
                readable,
                item.released());
    }

    /** Whether a field of the form has another value than the record. */
    static boolean differs(Item item, String field, String typed) {
        return FIELDS.contains(field) && !typed.equals(value(item, field));
    }

    private static List<Input> inputs(Reader reader, Item item) {
        Set<String> wrong = item.fields() == null
                ? Set.of()
                : item.fields().stream().map(Fault::field).collect(Collectors.toSet());
        Set<String> shown =
                new LinkedHashSet<>(wrong.stream().filter(FIELDS::contains).toList());
        shown.addAll(FIELDS);
        List<Input> inputs = new ArrayList<>();
        shown.forEach(field -> inputs.add(new Input(
                field,
                reader.code("hr-field", field),
                value(item, field),
                wrong.contains(field),
                item.fields() == null
                        ? null
                        : item.fields().stream()
                                .filter(fault -> fault.field().equals(field))
                                .map(Fault::expected)
                                .filter(expected -> expected != null && !expected.isBlank())
                                .findFirst()
                                .orElse(null))));
        return inputs;
    }

    private static String value(Item item, String field) {
        JsonNode value = item.data() == null ? null : item.data().get(field);
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }

    private static String who(Reader reader, Item item) {
        String name = Stream.of(value(item, "givenName"), value(item, "familyName"))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        String number = item.number() == null ? "" : reader.say("quarantine.number", item.number());
        String who = Stream.of(name, number).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
        return who.isEmpty() ? reader.say("quarantine.unknown") : who;
    }

    private static List<String> faults(Reader reader, Item item) {
        return item.fields() == null
                ? List.of()
                : item.fields().stream().map(fault -> fault(reader, fault)).toList();
    }

    private static String fault(Reader reader, Fault fault) {
        String said = reader.say("quarantine.fault", reader.code("hr-field", fault.field()), fault.message());
        String value = fault.value() == null || fault.value().isBlank()
                ? said
                : said + " " + reader.say("quarantine.fault.value", fault.value());
        return fault.expected() == null || fault.expected().isBlank()
                ? value
                : value + " " + reader.say("quarantine.fault.expected", fault.expected());
    }
}
