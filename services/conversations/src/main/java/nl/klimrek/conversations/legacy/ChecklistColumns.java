package nl.klimrek.conversations.legacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.tabular.ColumnCheck;

/**
 * The columns of a file of old checklists. {@code employeeNumber}, {@code counterpartNumber}, {@code heldOn} and
 * {@code form} must be there; every other column is content, under the name the old form gave it. E-mail addresses in
 * {@code email} and {@code counterpartEmail}, or person ids in {@code employee} and {@code counterpart}, are accepted in
 * place of the numbers.
 *
 * @param names names in the order of the file
 * @param employee column that says who it is about
 * @param counterpart column that says who assessed
 */
record ChecklistColumns(List<String> names, String employee, String counterpart) {

    static final String EMPLOYEE_NUMBER = "employeeNumber";
    static final String COUNTERPART_NUMBER = "counterpartNumber";
    static final String EMAIL = "email";
    static final String COUNTERPART_EMAIL = "counterpartEmail";
    /** Names that a column can have, apart from content. */
    static final Set<String> KNOWN = Set.of(
            "employee", "counterpart", EMPLOYEE_NUMBER, COUNTERPART_NUMBER, EMAIL, COUNTERPART_EMAIL, "heldOn", "form");

    private static final List<String> REQUIRED = List.of(EMPLOYEE_NUMBER, COUNTERPART_NUMBER, "heldOn", "form");

    /** How a column names people. */
    enum Kind {
        ID,
        NUMBER,
        EMAIL;

        static Kind of(String column) {
            return switch (column) {
                case EMPLOYEE_NUMBER, COUNTERPART_NUMBER -> NUMBER;
                case ChecklistColumns.EMAIL, COUNTERPART_EMAIL -> EMAIL;
                default -> ID;
            };
        }

        /** The same for every way to write the same; letter case means nothing in an address. */
        String key(String cell) {
            return this == EMAIL ? cell.strip().toLowerCase(Locale.ROOT) : cell;
        }

        /** What the people service calls it. */
        String parameter() {
            return this == EMAIL ? "email" : "number";
        }
    }

    static ChecklistColumns of(List<String> heading) {
        boolean ids = heading.contains("employee") && heading.contains("counterpart");
        String employee = ids
                ? "employee"
                : heading.contains(EMPLOYEE_NUMBER) || !heading.contains(EMAIL) ? EMPLOYEE_NUMBER : EMAIL;
        String counterpart = ids
                ? "counterpart"
                : heading.contains(COUNTERPART_NUMBER) || !heading.contains(COUNTERPART_EMAIL)
                        ? COUNTERPART_NUMBER
                        : COUNTERPART_EMAIL;
        ChecklistColumns columns = new ChecklistColumns(heading, employee, counterpart);
        List<String> missing = columns.required().stream()
                .filter(column -> !heading.contains(column))
                .toList();
        boolean unique = Set.copyOf(heading).size() == heading.size() && !heading.contains("");
        if (!missing.isEmpty() || !unique || heading.size() == REQUIRED.size()) {
            List<String> meant = missing.stream()
                    .map(column -> column
                            + ColumnCheck.suggestion(
                                            column,
                                            heading.stream()
                                                    .filter(name ->
                                                            !columns.required().contains(name))
                                                    .toList())
                                    .map(name -> " (\"" + shown(name) + "\"?)")
                                    .orElse(""))
                    .toList();
            throw new RefusedException(Refusal.of(
                    "csv-heading-invalid",
                    "required",
                    String.join(", ", REQUIRED),
                    "missing",
                    meant.isEmpty() ? "-" : String.join(", ", meant)));
        }
        return columns;
    }

    List<String> required() {
        return List.of(employee, counterpart, "heldOn", "form");
    }

    String cell(List<String> cells, String column) {
        int at = names.indexOf(column);
        return at < cells.size() ? cells.get(at) : "";
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(40, name.length()));
    }
}
