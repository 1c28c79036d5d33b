package nl.klimrek.people.hrrecord;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of one field by a record. The values are personal: they go into the answer to HR only, never into an event or
 * a log.
 *
 * @param field name of the field in HR records
 * @param before value before; null when empty
 * @param after value after; null when empty
 */
public record FieldChange(
        String field, @Nullable Object before, @Nullable Object after) {

    /** The fields in which two states of one person differ; {@code before} is null for an unknown person. */
    public static List<FieldChange> between(@Nullable EmployeeFacts before, @Nullable EmployeeFacts after) {
        return Arrays.stream(HrField.values())
                .filter(field -> !Objects.equals(field.of(before), field.of(after)))
                .map(field -> new FieldChange(field.fieldName(), field.of(before), field.of(after)))
                .toList();
    }
}
