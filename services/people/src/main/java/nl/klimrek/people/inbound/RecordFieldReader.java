package nl.klimrek.people.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.hrrecord.HrText;
import nl.klimrek.servicekit.text.NameText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a record and collects all faults, so that they can be repaired at once. An absent, null or blank
 * field is empty.
 */
final class RecordFieldReader {

    private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00(:00([.,]0{1,9})?)?$");
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_DATE_LENGTH = 32;
    private static final LocalDate FIRST_DATE = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);

    /** The most decimals. A number with a giant exponent would take very long to round. */
    private static final int MAX_DECIMALS = 6;

    private final JsonNode data;
    private final List<FieldFault> faults = new ArrayList<>();

    RecordFieldReader(JsonNode data) {
        this.data = data;
    }

    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    boolean faultless(String field) {
        return faults.stream().noneMatch(fault -> fault.field().equals(field));
    }

    void fault(String field, String code) {
        if (faultless(field)) {
            faults.add(FieldFault.of(field, code, shown(data.get(field))));
        }
    }

    Optional<String> text(String field, int maxLength) {
        return text(field, maxLength, "too-long", HrText::text);
    }

    /** A number or address that is used as a key. */
    Optional<String> key(String field, int maxLength) {
        return text(field, maxLength, "too-long", HrText::key);
    }

    private Optional<String> text(String field, int maxLength, String tooLong, UnaryOperator<String> form) {
        Optional<JsonNode> node = node(field);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!node.get().isTextual()) {
            return refuse(field, "wrong-type");
        }
        String raw = node.get().textValue();
        String text = raw.length() > MAX_LENGTH ? raw : form.apply(raw);
        if (text.length() > maxLength) {
            return refuse(field, tooLong);
        }
        return NameText.isPlain(text)
                ? Optional.of(text).filter(some -> !some.isEmpty())
                : refuse(field, "not-allowed");
    }

    <T> Optional<T> as(String field, int maxLength, String code, Function<String, T> reader) {
        return as(field, text(field, maxLength), code, reader);
    }

    private <T> Optional<T> as(String field, Optional<String> found, String code, Function<String, T> reader) {
        return found.flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (IllegalArgumentException | DateTimeException notThat) {
                return refuse(field, code);
            }
        });
    }

    Optional<LocalDate> date(String field) {
        return as(field, text(field, MAX_DATE_LENGTH, "not-a-date", HrText::key), "not-a-date", RecordFieldReader::day)
                .filter(day -> within(field, !day.isBefore(FIRST_DATE) && !day.isAfter(LAST_DATE)));
    }

    /** An e-mail address: a key of that form. */
    Optional<String> email(String field, int maxLength, Predicate<String> form) {
        return as(field, key(field, maxLength), "not-an-email", text -> {
            if (!form.test(text)) {
                throw new IllegalArgumentException("no address");
            }
            return text;
        });
    }

    /** A day, also in the form of databases, with midnight after it. */
    private static LocalDate day(String text) {
        return LocalDate.parse(MIDNIGHT.matcher(text).replaceFirst(""));
    }

    Optional<BigDecimal> number(String field, int least, int most) {
        Optional<JsonNode> node = node(field);
        if (node.isPresent() && !node.get().isNumber()) {
            return refuse(field, "wrong-type");
        }
        return node.map(JsonNode::decimalValue)
                .filter(number -> within(
                        field,
                        Math.abs(number.scale()) <= MAX_DECIMALS
                                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                                && number.compareTo(BigDecimal.valueOf(most)) <= 0));
    }

    <E extends Enum<E>> Optional<List<E>> values(String field, Class<E> type) {
        Optional<JsonNode> node = node(field);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!node.get().isArray()) {
            return refuse(field, "wrong-type");
        }
        List<E> values = new ArrayList<>();
        for (JsonNode item : node.get()) {
            Optional<E> value = Arrays.stream(type.getEnumConstants())
                    .filter(known -> known.name().equals(item.asText()))
                    .findFirst();
            if (value.isEmpty()) {
                return refuse(field, "not-in-list");
            }
            value.filter(known -> !values.contains(known)).ifPresent(values::add);
        }
        return Optional.of(values.stream().sorted().toList());
    }

    /** Adds the fault {@code missing} to an empty field, unless it has another fault already. Returns the value. */
    <T> Optional<T> required(String field, Optional<T> value) {
        if (value.isEmpty()) {
            fault(field, "missing");
        }
        return value;
    }

    private static @Nullable String shown(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.isArray() ? joined(node) : node.asText();
    }

    private static String joined(JsonNode array) {
        List<String> items = new ArrayList<>();
        array.forEach(item -> items.add(item.asText()));
        return String.join(" ", items);
    }

    private Optional<JsonNode> node(String field) {
        return Optional.ofNullable(data.get(field))
                .filter(node ->
                        !node.isNull() && !(node.isTextual() && node.textValue().isBlank()));
    }

    private boolean within(String field, boolean inside) {
        if (!inside) {
            fault(field, "out-of-range");
        }
        return inside;
    }

    private <T> Optional<T> refuse(String field, String code) {
        fault(field, code);
        return Optional.empty();
    }
}
