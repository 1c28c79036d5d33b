package nl.klimrek.standalone.hr.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rule that gives one field of a record its value.
 *
 * @param column column of the export; null for a constant
 * @param constant value of all rows, or of rows with a blank column; null for none
 * @param values translation of the column's values; a value that is not listed stays unchanged
 * @param part part of a full name to use, {@code GIVEN} or {@code FAMILY}; null for the whole value
 */
public record FieldRule(
        @Nullable String column,
        @Nullable String constant,
        Map<String, String> values,
        @Nullable Part part) {

    /** A part of a full name. */
    public enum Part {
        GIVEN,
        FAMILY
    }

    public FieldRule {
        // Jackson passes null for an absent field.
        values = values == null ? Map.of() : Map.copyOf(values);
    }

    /** The rule of a column named after its field. */
    public static FieldRule sameColumn(String field) {
        return new FieldRule(field, null, Map.of(), null);
    }

    /** The value for a row; blank if there is none. */
    public String of(ExportRow row) {
        String cell = column == null ? "" : row.cell(column);
        if (cell.isEmpty()) {
            return constant == null ? "" : constant;
        }
        String value = values.getOrDefault(cell, cell);
        if (part == null) {
            return value;
        }
        PersonName name = PersonName.of(value);
        return part == Part.GIVEN ? name.given() : name.family();
    }
}
