package nl.klimrek.conversations.oldregime;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The checklists of a file, and what is wrong with the other lines. A line is taken whole or not at all.
 *
 * @param checklists those that can be taken
 * @param faults everything that is wrong, in order of the lines
 */
record Rows(List<Checklist> checklists, List<RowFault> faults) {

    static final int LONGEST_FORM = 200;
    static final int LONGEST_CONTENT = 20_000;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    Rows {
        checklists = List.copyOf(checklists);
        faults = List.copyOf(faults);
    }

    /**
     * Reads every line.
     *
     * @param known whether the organisation knows this person, also one who left
     * @param today day after which nothing can have been held
     */
    static Rows of(ChecklistFile file, Predicate<String> known, LocalDate today) {
        List<Checklist> checklists = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ChecklistFile.Line line : file.lines()) {
            List<RowFault> wrong = new ArrayList<>();
            Checklist read = line.cells().size() == file.heading().size() ? read(file, line, known, today, wrong) : null;
            if (line.cells().size() != file.heading().size()) {
                wrong.add(new RowFault(line.number(), "row", "cells-differ-from-heading"));
            } else if (wrong.isEmpty() && !seen.add(read.conversation())) {
                wrong.add(new RowFault(line.number(), "row", "twice-in-file"));
            }
            if (wrong.isEmpty()) {
                checklists.add(read);
            }
            faults.addAll(wrong);
        }
        return new Rows(checklists, faults);
    }

    private static Checklist read(
            ChecklistFile file, ChecklistFile.Line line, Predicate<String> known, LocalDate today, List<RowFault> wrong) {
        String employee = cell(file, line, "employee");
        String counterpart = cell(file, line, "counterpart");
        String form = cell(file, line, "form");
        String content = content(file, line);
        LocalDate heldOn = day(cell(file, line, "heldOn"));
        note(wrong, line, "employee", "person-not-known", !known.test(employee));
        note(wrong, line, "counterpart", "person-not-known", !known.test(counterpart));
        note(wrong, line, "counterpart", "counterpart-is-employee", employee.equals(counterpart));
        note(wrong, line, "heldOn", "date-invalid", heldOn == null || heldOn.isBefore(EARLIEST));
        note(wrong, line, "heldOn", "date-in-future", heldOn != null && heldOn.isAfter(today));
        note(wrong, line, "form", "required", form.isEmpty());
        note(wrong, line, "form", "too-long", form.length() > LONGEST_FORM);
        note(wrong, line, "content", "required", content.isEmpty());
        note(wrong, line, "content", "too-long", content.length() > LONGEST_CONTENT);
        return new Checklist(line.number(), employee, counterpart, heldOn, form, form + "\n" + content);
    }

    /** Every filled-in field under the name the form gave it; a figure stays text like any other. */
    private static String content(ChecklistFile file, ChecklistFile.Line line) {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < file.heading().size(); i++) {
            String name = file.heading().get(i);
            if (!ChecklistFile.REQUIRED.contains(name) && !line.cells().get(i).isEmpty()) {
                content.append(name).append(": ").append(line.cells().get(i)).append('\n');
            }
        }
        return content.toString().strip();
    }

    private static String cell(ChecklistFile file, ChecklistFile.Line line, String column) {
        return line.cells().get(file.heading().indexOf(column));
    }

    private static LocalDate day(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static void note(List<RowFault> wrong, ChecklistFile.Line line, String column, String code, boolean fault) {
        if (fault) {
            wrong.add(new RowFault(line.number(), column, code));
        }
    }
}
