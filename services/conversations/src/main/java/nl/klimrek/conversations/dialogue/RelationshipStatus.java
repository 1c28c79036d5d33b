package nl.klimrek.conversations.dialogue;

import java.util.Optional;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.eventing.Decision;
import nl.klimrek.servicekit.people.PersonProfile;

/** Whether the participants still relate to each other as when the conversation was planned. */
public enum RelationshipStatus {
    STANDS,
    EMPLOYEE_LEFT,
    COUNTERPART_LEFT,
    MANAGER_CHANGED;

    /** Compares the participants with the roster. A person whom this service does not know yet has not left. */
    public static RelationshipStatus of(
            Participants two, Optional<PersonProfile> employee, Optional<PersonProfile> counterpart) {
        if (employee.filter(PersonProfile::left).isPresent()) {
            return EMPLOYEE_LEFT;
        }
        if (counterpart.filter(PersonProfile::left).isPresent()) {
            return COUNTERPART_LEFT;
        }
        boolean stands = two.relation() == Relation.OUTSIDE
                || employee.filter(known -> two.counterpart().equals(known.manager()))
                        .isPresent();
        return stands ? STANDS : MANAGER_CHANGED;
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
