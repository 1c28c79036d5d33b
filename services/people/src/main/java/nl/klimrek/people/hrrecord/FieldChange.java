package nl.klimrek.people.hrrecord;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A change of one field by a record. The values are personal: they go into the answer to HR only, never into an event or
 * a log.
 *
 * @param field name of the field in HR records
 * @param before value before; null when empty
 * @param after value after; null when empty
 */
public record FieldChange(String field, Object before, Object after) {

    /** The fields in which two states of one person differ; {@code before} is null for an unknown person. */
    public static List<FieldChange> between(EmployeeFacts before, EmployeeFacts after) {
        return Arrays.stream(HrField.values())
                .filter(field -> !Objects.equals(field.of(before), field.of(after)))
                .map(field -> new FieldChange(field.fieldName(), field.of(before), field.of(after)))
                .toList();
    }
}
