package nl.klimrek.people.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.people.QuarantineReason;
import nl.klimrek.people.hrrecord.FieldChange;
import nl.klimrek.people.hrrecord.FieldFault;
import nl.klimrek.people.hrrecord.RecordOrder;
import org.jspecify.annotations.Nullable;

/**
 * The result of one HR record, or the result it would have in a dry run.
 *
 * @param outcome its outcome
 * @param person id of the person it is about; null when unknown
 * @param changes fields that it changes, with values for the answer to HR; empty unless new, changed or announced
 * @param supersededBy the later statement; null unless superseded
 * @param setAside why it waits; null unless set aside
 * @param questions people about whom HR is asked, or would be in a dry run; may be empty
 */
public record RecordResult(
        RecordOutcome outcome,
        @Nullable String person,
        List<FieldChange> changes,
        @Nullable SupersededBy supersededBy,
        @Nullable SetAside setAside,
        List<PossibleDuplicate> questions) {

    /**
     * The record that won.
     *
     * @param effectiveAt day from which it holds
     * @param saidAt when the source stated it
     */
    public record SupersededBy(LocalDate effectiveAt, Instant saidAt) {}

    /**
     * Why a record waits.
     *
     * @param reason kind of reason, as events carry it
     * @param code stable code: the fault of the first field, else the reason in kebab case
     * @param quarantine id of the item in quarantine; null in a dry run
     * @param faults faults by field; empty when no field is at fault
     */
    public record SetAside(
            QuarantineReason reason, String code, @Nullable String quarantine, List<FieldFault> faults) {

        public SetAside {
            faults = List.copyOf(faults);
        }
    }

    public RecordResult {
        changes = List.copyOf(changes);
        questions = List.copyOf(questions);
        if ((outcome == RecordOutcome.SUPERSEDED) != (supersededBy != null)
                || (outcome == RecordOutcome.SET_ASIDE) != (setAside != null)) {
            throw new IllegalArgumentException("an outcome says why");
        }
    }

    static RecordResult unchanged(String person) {
        return new RecordResult(RecordOutcome.UNCHANGED, person, List.of(), null, null, List.of());
    }

    /** The result of a repeated record: the outcome of the first time, without its changes. */
    static RecordResult repeated(String person, @Nullable RecordOutcome first) {
        RecordOutcome outcome =
                first == RecordOutcome.NEW || first == RecordOutcome.CHANGED || first == RecordOutcome.ANNOUNCED
                        ? first
                        : RecordOutcome.UNCHANGED;
        return new RecordResult(outcome, person, List.of(), null, null, List.of());
    }

    static RecordResult changed(RecordOutcome outcome, String person, List<FieldChange> changes) {
        return new RecordResult(outcome, person, changes, null, null, List.of());
    }

    static RecordResult superseded(String person, RecordOrder by) {
        return new RecordResult(
                RecordOutcome.SUPERSEDED,
                person,
                List.of(),
                new SupersededBy(by.effectiveAt(), by.said()),
                null,
                List.of());
    }

    /** A record that waits in quarantine. */
    public static RecordResult setAside(@Nullable String person, SetAside why, List<PossibleDuplicate> questions) {
        return new RecordResult(RecordOutcome.SET_ASIDE, person, List.of(), null, why, questions);
    }

    /** The same result about this person; null when nobody is known. */
    public RecordResult of(@Nullable String known) {
        return new RecordResult(outcome, known, changes, supersededBy, setAside, questions);
    }

    /** The same result with questions to HR. */
    public RecordResult withQuestions(List<PossibleDuplicate> asked) {
        return new RecordResult(outcome, person, changes, supersededBy, setAside, asked);
    }
}
