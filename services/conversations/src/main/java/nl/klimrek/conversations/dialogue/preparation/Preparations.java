package nl.klimrek.conversations.dialogue.preparation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.questions.Questionnaire;
import nl.klimrek.eventing.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What both sides bring along.
 *
 * @param employee preparation of the employee; null before
 * @param counterpart preparation of the counterpart; null before
 * @param employeeSheet questions of the employee, once one was answered or swapped; null before
 * @param counterpartSheet questions of the counterpart, once one was answered or swapped; null before
 * @param agenda points and notes that both read
 */
public record Preparations(
        @Nullable Preparation employee,
        @Nullable Preparation counterpart,
        @Nullable Questionnaire employeeSheet,
        @Nullable Questionnaire counterpartSheet,
        @JsonProperty("table") Agenda agenda) {

    public static final Preparations NONE = new Preparations(null, null, null, null, Agenda.EMPTY);

    public Preparations {
        agenda = agenda == null ? Agenda.EMPTY : agenda;
    }

    /** The preparation of a side. */
    public Optional<Preparation> of(Side side) {
        return Optional.ofNullable(side == Side.EMPLOYEE ? employee : counterpart);
    }

    /** The questions of a side, as it first saw them; empty as long as it only looked. */
    public Optional<Questionnaire> questionnaire(Side side) {
        return Optional.ofNullable(side == Side.EMPLOYEE ? employeeSheet : counterpartSheet);
    }

    public Preparations with(Side side, Preparation preparation) {
        return side == Side.EMPLOYEE
                ? new Preparations(preparation, counterpart, employeeSheet, counterpartSheet, agenda)
                : new Preparations(employee, preparation, employeeSheet, counterpartSheet, agenda);
    }

    public Preparations with(Side side, Questionnaire sheet) {
        return side == Side.EMPLOYEE
                ? new Preparations(employee, counterpart, sheet, counterpartSheet, agenda)
                : new Preparations(employee, counterpart, employeeSheet, sheet, agenda);
    }

    public Preparations with(Agenda changed) {
        return new Preparations(employee, counterpart, employeeSheet, counterpartSheet, changed);
    }

    /** With a draft. A questionnaire that the side has already stays as it is. */
    public Preparations prepared(Side side, Questionnaire made, Preparation draft) {
        Preparations saved = with(side, draft);
        return saved.questionnaire(side).isPresent() ? saved : saved.with(side, made);
    }

    /** Without what a side kept for itself; its questions are those it answered, so they go too. */
    public Preparations withoutUnshared(Side side) {
        if (of(side).filter(own -> !own.shared()).isEmpty()) {
            return this;
        }
        return side == Side.EMPLOYEE
                ? new Preparations(null, counterpart, null, counterpartSheet, agenda)
                : new Preparations(employee, null, employeeSheet, null, agenda);
    }

    /** Why a side cannot share: it saved no preparation. */
    public Optional<Refusal> refusesSharing(Side side) {
        return of(side).isPresent() ? Optional.empty() : Optional.of(Refusal.of("preparation-missing"));
    }

    /** With the preparation of a side readable by the other side, or not; nothing changes without one. */
    public Preparations withShared(Side side, boolean shared) {
        return of(side).map(own -> with(side, own.withShared(shared))).orElse(this);
    }
}
