package nl.klimrek.standalone.hr;

import java.util.Map;

/**
 * Where one field of a record comes from.
 *
 * @param column column of the export; null when the field is the same for all
 * @param constant value for all, or for rows where the column is blank; null for none
 * @param values what a value in the column becomes; a value that is not named stays as it is
 * @param part which part of a written name, {@code GIVEN} or {@code FAMILY}; null for the whole value
 */
record FieldRule(String column, String constant, Map<String, String> values, Part part) {

    /** Part of a written name. */
    enum Part {
        GIVEN,
        FAMILY
    }

    FieldRule {
        values = values == null ? Map.of() : Map.copyOf(values);
    }

    /** The same name as the field. */
    static FieldRule sameColumn(String field) {
        return new FieldRule(field, null, null, null);
    }

    /** The value for a row; blank when it has none. */
    String of(ExportRow row) {
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
