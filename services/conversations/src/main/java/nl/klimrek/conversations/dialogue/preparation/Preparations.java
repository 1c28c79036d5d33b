package nl.klimrek.conversations.dialogue.preparation;

import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.questions.Questionnaire;

/**
 * What the two bring along.
 *
 * @param employee preparation of the employee; null before
 * @param counterpart preparation of the counterpart; null before
 * @param employeeSheet questions of the employee, once one was answered or swapped; null before
 * @param counterpartSheet questions of the counterpart, once one was answered or swapped; null before
 * @param table what lies there for both
 */
public record Preparations(
        Preparation employee,
        Preparation counterpart,
        Questionnaire employeeSheet,
        Questionnaire counterpartSheet,
        Agenda table) {

    public static final Preparations NONE = new Preparations(null, null, null, null, Agenda.EMPTY);

    public Preparations {
        table = table == null ? Agenda.EMPTY : table;
    }

    /** The preparation of a side. */
    public Optional<Preparation> of(Side side) {
        return Optional.ofNullable(side == Side.EMPLOYEE ? employee : counterpart);
    }

    /** The questions of a side, as it first saw them; empty as long as it only looked. */
    public Optional<Questionnaire> sheet(Side side) {
        return Optional.ofNullable(side == Side.EMPLOYEE ? employeeSheet : counterpartSheet);
    }

    public Preparations with(Side side, Preparation preparation) {
        return side == Side.EMPLOYEE
                ? new Preparations(preparation, counterpart, employeeSheet, counterpartSheet, table)
                : new Preparations(employee, preparation, employeeSheet, counterpartSheet, table);
    }

    public Preparations with(Side side, Questionnaire sheet) {
        return side == Side.EMPLOYEE
                ? new Preparations(employee, counterpart, sheet, counterpartSheet, table)
                : new Preparations(employee, counterpart, employeeSheet, sheet, table);
    }

    public Preparations with(Agenda laid) {
        return new Preparations(employee, counterpart, employeeSheet, counterpartSheet, laid);
    }
}
