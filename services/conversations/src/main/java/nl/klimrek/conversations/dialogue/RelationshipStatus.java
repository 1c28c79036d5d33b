package nl.klimrek.conversations.dialogue;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.people.PersonProfile;

/** Whether the participants still relate to each other as when the conversation was planned. */
public enum RelationshipStatus {
    STANDS,
    EMPLOYEE_LEFT,
    COUNTERPART_LEFT,
    MANAGER_CHANGED,
    COACH_ENDED;

    /**
     * Compares the participants with the roster and the register of coaches. A person whom this service does not know yet has
     * not left.
     *
     * @param coach tells whether the counterpart is a coach now; asked only of one who was chosen as a coach or invited as one
     */
    public static RelationshipStatus of(
            Participants two,
            Optional<PersonProfile> employee,
            Optional<PersonProfile> counterpart,
            BooleanSupplier coach) {
        if (employee.filter(PersonProfile::left).isPresent()) {
            return EMPLOYEE_LEFT;
        }
        if (counterpart.filter(PersonProfile::left).isPresent()) {
            return COUNTERPART_LEFT;
        }
        return switch (two.relation()) {
            case OUTSIDE -> STANDS;
            case COACH, EXTERNAL -> coach.getAsBoolean() ? STANDS : COACH_ENDED;
            case LINE ->
                employee.filter(known -> two.counterpart().equals(known.manager()))
                                .isPresent()
                        ? STANDS
                        : MANAGER_CHANGED;
        };
    }

    /**
     * Decides what becomes of a conversation. One that lies ahead is cancelled with the reason. After the meeting the employee
     * completes it alone; when the employee left, it stays as it is.
     */
    public Decision<Conversation> decide(Conversation now) {
        if (this == STANDS || now.status().ended()) {
            return Decision.unchanged();
        }
        if (now.status().ahead()) {
            return now.cancel(CancelReason.valueOf(name()), null);
        }
        return this == EMPLOYEE_LEFT ? Decision.unchanged() : now.counterpartLeft();
    }
}
