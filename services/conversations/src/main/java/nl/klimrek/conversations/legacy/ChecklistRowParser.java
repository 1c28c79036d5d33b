package nl.klimrek.conversations.legacy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.tabular.TableRow;
import org.jspecify.annotations.Nullable;

/** Parses the rows of a file of checklists. A row is accepted whole or not at all. */
final class ChecklistRowParser {

    static final int MAX_FORM = 200;
    static final int MAX_CONTENT = 20_000;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final Pattern FIGURES = Pattern.compile("[0-9 .,:/T-]{1,30}");

    private final ChecklistColumns columns;
    private final People people;
    private final Supplier<LocalDate> today;

    /**
     * @param today day after which nothing can have been held
     */
    ChecklistRowParser(ChecklistColumns columns, People people, Supplier<LocalDate> today) {
        this.columns = columns;
        this.people = people;
        this.today = today;
    }

    /** Finds whom a cell names. */
    @FunctionalInterface
    interface People {
        Match find(String column, String cell);
    }

    /**
     * Whom a cell names.
     *
     * @param person person id; null for nobody
     * @param fault why it is nobody; null when it is somebody
     */
    record Match(@Nullable String person, @Nullable String fault) {

        static final Match SHARED = new Match(null, "email-shared");

        static Match of(@Nullable String person) {
            return new Match(person, person == null ? "person-not-known" : null);
        }
    }

    /**
     * What a row says, or what is wrong with it.
     *
     * @param checklist null where something is wrong
     */
    record Parsed(@Nullable Checklist checklist, List<RowFault> faults) {}

    Parsed parse(TableRow row) {
        List<String> cells = row.cells();
        if (cells.size() != columns.names().size()) {
            return new Parsed(
                    null,
                    List.of(new RowFault(
                            "row",
                            row.cutOff() ? "cut-off" : "cells-differ-from-heading",
                            cells.size() + "/" + columns.names().size())));
        }
        List<RowFault> wrong = new ArrayList<>();
        Match about = people.find(columns.employee(), columns.cell(cells, columns.employee()));
        Match assessor = people.find(columns.counterpart(), columns.cell(cells, columns.counterpart()));
        String employee = about.person();
        String counterpart = assessor.person();
        String form = columns.cell(cells, "form");
        String content = content(cells);
        String held = columns.cell(cells, "heldOn");
        LocalDate heldOn = day(held);
        String value = FIGURES.matcher(held).matches() ? held : null;
        note(wrong, columns.employee(), about.fault(), null, about.fault() != null);
        note(wrong, columns.counterpart(), assessor.fault(), null, assessor.fault() != null);
        note(
                wrong,
                columns.counterpart(),
                "counterpart-is-employee",
                null,
                employee != null && employee.equals(counterpart));
        note(wrong, "heldOn", "date-invalid", value, heldOn == null || heldOn.isBefore(EARLIEST));
        note(wrong, "heldOn", "date-in-future", value, heldOn != null && heldOn.isAfter(today.get()));
        note(wrong, "form", "required", null, form.isEmpty());
        note(wrong, "form", "too-long", null, form.length() > MAX_FORM);
        note(wrong, "content", "required", null, content.isEmpty());
        note(wrong, "content", "too-long", null, content.length() > MAX_CONTENT);
        Checklist read = wrong.isEmpty() && employee != null && counterpart != null && heldOn != null
                ? new Checklist(employee, counterpart, heldOn, form, form + "\n" + content)
                : null;
        return new Parsed(read, List.copyOf(wrong));
    }

    /** Every filled-in field under the name the form gave it; a figure stays text like any other. */
    private String content(List<String> cells) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < columns.names().size(); i++) {
            String name = columns.names().get(i);
            if (!columns.required().contains(name) && !cells.get(i).isEmpty()) {
                content.append(name).append(": ").append(cells.get(i)).append('\n');
            }
        }
        return content.toString().strip();
    }

    private static @Nullable LocalDate day(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static void note(
            List<RowFault> wrong, String column, @Nullable String code, @Nullable String value, boolean fault) {
        if (fault) {
            wrong.add(new RowFault(column, Objects.requireNonNull(code), value));
        }
    }
}
