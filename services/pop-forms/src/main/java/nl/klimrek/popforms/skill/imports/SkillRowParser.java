package nl.klimrek.popforms.skill.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.skill.SkillMatch;
import nl.klimrek.popforms.skill.SkillMatches;
import nl.klimrek.popforms.skill.SkillName;
import nl.klimrek.servicekit.imports.job.RowFault;
import nl.klimrek.servicekit.tabular.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file of skills. */
final class SkillRowParser {

    private static final int LABEL = 200;
    private static final int DESCRIPTION = 5000;
    private static final int MAX_ALTERNATIVES = 100;
    private static final int MAX_MATCHES = 20;
    private static final Pattern CODE = Pattern.compile(Skill.CODE);

    private final SkillFileShape shape;
    private final List<String> heading;

    SkillRowParser(SkillFileShape shape, List<String> heading) {
        this.shape = shape;
        this.heading = List.copyOf(heading);
    }

    /**
     * A row that was read.
     *
     * @param faults its faults; with any of them nothing is taken
     */
    record Parsed(String code, SkillName name, List<SkillMatch> matches, List<RowFault> faults) {}

    Parsed parse(TableRow row) {
        List<RowFault> faults = new ArrayList<>();
        String code = cell(row, shape.code);
        String label = cell(row, shape.label);
        List<String> alternatives = SkillMatches.parts(cell(row, shape.alternatives)).stream()
                .filter(other -> !other.equals(label))
                .toList();
        String description = cell(row, shape.description);
        if (row.cutOff()) {
            faults.add(new RowFault("row", "cut-off", null));
        } else if (row.cells().size() > heading.size()) {
            faults.add(new RowFault("row", "cells-differ-from-heading", null));
        }
        checkCode(code, faults);
        checkText(shape.label, label, LABEL, true, faults);
        if (alternatives.size() > MAX_ALTERNATIVES || alternatives.stream().anyMatch(other -> other.length() > LABEL)) {
            faults.add(new RowFault(String.valueOf(shape.alternatives), "too-long", null));
        }
        checkText(shape.description, description, DESCRIPTION, false, faults);
        checkKind(row, faults);
        List<SkillMatch> matches = matches(cell(row, shape.matches), faults);
        return new Parsed(
                code,
                new SkillName(label, alternatives, description.isEmpty() ? null : description),
                matches,
                List.copyOf(faults));
    }

    String code(TableRow row) {
        return cell(row, shape.code);
    }

    /** The fault of a row whose code an earlier row gives another name. */
    RowFault twice() {
        return new RowFault(shape.code, "skill-twice-in-file", null);
    }

    private void checkCode(String code, List<RowFault> faults) {
        if (code.isEmpty()) {
            faults.add(new RowFault(shape.code, "required", null));
        } else if (!CODE.matcher(code).matches()) {
            faults.add(new RowFault(shape.code, "code-invalid", null));
        }
    }

    private static void checkText(String column, String text, int most, boolean required, List<RowFault> faults) {
        if (required && text.isEmpty()) {
            faults.add(new RowFault(column, "required", null));
        } else if (text.length() > most) {
            faults.add(new RowFault(column, "too-long", null));
        } else if (text.indexOf('\0') >= 0) {
            faults.add(new RowFault(column, "not-allowed", null));
        }
    }

    private void checkKind(TableRow row, List<RowFault> faults) {
        if (shape != SkillFileShape.ESCO) {
            return;
        }
        String kind = cell(row, SkillFileShape.CONCEPT_TYPE);
        if (!kind.isEmpty() && !kind.equals(SkillFileShape.SKILL)) {
            faults.add(new RowFault(SkillFileShape.CONCEPT_TYPE, "not-a-skill", null));
        }
        if (cell(row, SkillFileShape.STATUS).equals(SkillFileShape.OBSOLETE)) {
            faults.add(new RowFault(SkillFileShape.STATUS, "obsolete", null));
        }
    }

    private List<SkillMatch> matches(String cell, List<RowFault> faults) {
        return SkillMatches.parse(cell, MAX_MATCHES).orElseGet(() -> {
            faults.add(new RowFault(String.valueOf(shape.matches), "match-invalid", null));
            return List.of();
        });
    }

    private String cell(TableRow row, @Nullable String column) {
        int at = column == null ? -1 : heading.indexOf(column);
        return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }
}
