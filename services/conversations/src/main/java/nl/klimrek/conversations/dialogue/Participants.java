package nl.klimrek.conversations.dialogue;

import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;

/**
 * The two people of a conversation.
 *
 * @param employee person id of the one whose development it is about
 * @param counterpart person id of the manager, coach or other
 * @param relation why this counterpart
 * @param counterpartGone whether that relation ended after the conversation was held, so that the employee finishes alone
 */
public record Participants(String employee, String counterpart, Relation relation, boolean counterpartGone) {

    public Participants {
        if (employee == null || counterpart == null || relation == null || employee.equals(counterpart)) {
            throw new IllegalArgumentException("a conversation needs two people");
        }
    }

    /** Two who start. */
    public static Participants of(String employee, String counterpart, Relation relation) {
        return new Participants(employee, counterpart, relation, false);
    }

    /** The side a person is on; empty for everybody else, and for a counterpart whose relation ended. */
    public Optional<Side> sideOf(String person) {
        if (employee.equals(person)) {
            return Optional.of(Side.EMPLOYEE);
        }
        return counterpart.equals(person) && !counterpartGone ? Optional.of(Side.COUNTERPART) : Optional.empty();
    }

    /** The person on a side. */
    public String person(Side side) {
        return side == Side.EMPLOYEE ? employee : counterpart;
    }

    Participants withoutCounterpart() {
        return new Participants(employee, counterpart, relation, true);
    }
}
