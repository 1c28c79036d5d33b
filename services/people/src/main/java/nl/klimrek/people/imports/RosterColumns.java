package nl.klimrek.people.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.contracts.hr.EmployeeUpserted;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.people.hrrecord.HrField;
import nl.klimrek.servicekit.tabular.ColumnCheck;

/**
 * The columns of a roster file, named after the fields of {@code nl.klimrek.hr.employee.upserted.v1}. A field without a
 * column stays as it is. A heading with missing, unknown or repeated columns is refused with {@code
 * csv-heading-invalid}.
 *
 * @param names names in the order of the file
 */
record RosterColumns(List<String> names) {

    /** Names that a column can have. */
    static final Set<String> KNOWN = Arrays.stream(EmployeeUpserted.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> REQUIRED = List.of("employeeNumber", "effectiveAt", "familyName", "startDate");

    static RosterColumns of(List<String> heading) {
        ColumnCheck columns = ColumnCheck.of(heading, REQUIRED, KNOWN);
        if (!columns.fit()) {
            boolean data = columns.noHeading(REQUIRED);
            List<String> unknown = data
                    ? List.of()
                    : columns.unknown().stream()
                            .map(ColumnCheck.Unknown::toString)
                            .toList();
            throw new RefusedException(Refusal.of(
                    "csv-heading-invalid",
                    "missing",
                    said(columns.missing()),
                    "unknown",
                    said(unknown),
                    "repeated",
                    said(columns.repeated()),
                    "suggestions",
                    data ? List.of() : columns.unknown(),
                    "known",
                    KNOWN.stream().sorted().collect(Collectors.joining(", "))));
        }
        return new RosterColumns(heading);
    }

    /** Fields that the file states. */
    Set<HrField> stated() {
        return names.stream().map(HrField::named).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    int placeOf(String column) {
        return names.indexOf(column);
    }

    private static String said(List<String> columns) {
        return columns.isEmpty() ? "-" : String.join(", ", columns);
    }
}
