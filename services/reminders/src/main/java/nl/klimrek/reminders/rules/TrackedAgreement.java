package nl.klimrek.reminders.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.conversations.AgreementOwner;
import org.jspecify.annotations.Nullable;

/**
 * An open agreement.
 *
 * @param agreement id of the agreement
 * @param counterpart person id of the employee's counterpart
 * @param former person id of the counterpart who was replaced and whose prompt is to be cancelled; null without one
 * @param owner the side that carries it out
 * @param dueDate day it is due
 * @param movesAlong whether a new manager replaces the former one in it
 * @param scheduled whether all its prompts are scheduled
 */
public record TrackedAgreement(
        String agreement,
        String counterpart,
        @Nullable String former,
        AgreementOwner owner,
        LocalDate dueDate,
        boolean movesAlong,
        @JsonProperty("asked") boolean scheduled) {

    /** The people to prompt. The counterpart acts for the organisation. */
    List<String> actors(String employee) {
        return switch (owner) {
            case EMPLOYEE -> List.of(employee);
            case MANAGER, ORGANISATION -> List.of(counterpart);
            case SHARED -> former == null ? List.of(employee, counterpart) : List.of(counterpart);
        };
    }

    TrackedAgreement movedTo(String manager) {
        if (!movesAlong || counterpart.equals(manager)) {
            return this;
        }
        return owner == AgreementOwner.EMPLOYEE
                ? new TrackedAgreement(agreement, manager, null, owner, dueDate, true, scheduled)
                : new TrackedAgreement(
                        agreement, manager, scheduled ? counterpart : former, owner, dueDate, true, false);
    }

    TrackedAgreement withScheduled() {
        return new TrackedAgreement(agreement, counterpart, null, owner, dueDate, movesAlong, true);
    }
}
