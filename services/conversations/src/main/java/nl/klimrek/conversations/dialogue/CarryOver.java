package nl.klimrek.conversations.dialogue;

import java.util.function.Function;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;

/**
 * Decides which open agreements of the employee's other conversations are on the agenda of this one, and can be
 * settled there (rule 5).
 *
 * <p>The employee has all of them. A manager has those made in the line, also with earlier managers. A counterpart
 * outside the line has those made with that counterpart. So an open agreement moves along with the line, and nothing
 * crosses between the line and what is outside it.
 *
 * @param now the conversation whose agenda it is
 * @param side who reads or settles
 */
public record CarryOver(Conversation now, Side side) {

    /** Whether what these two agreed on in another conversation is on this agenda. */
    public boolean includes(String conversation, Participants two) {
        Participants here = now.participants();
        return two.employee().equals(here.employee())
                && !conversation.equals(now.plan().conversation())
                && (side == Side.EMPLOYEE || carried(two, here));
    }

    /**
     * What becomes of the other conversation when one of its agreements is kept or dropped here; {@code agreement-unknown}
     * where it is not on this agenda.
     */
    public Decision<Conversation> settle(
            Conversation other, Function<Conversation, Decision<Conversation>> keepOrDrop) {
        if (now.status() == ConversationStatus.CANCELLED) {
            return Decision.refuse(
                    "step-not-possible",
                    "step",
                    ConversationStep.KEEP.name(),
                    "status",
                    now.status().name());
        }
        return includes(other.plan().conversation(), other.participants())
                ? keepOrDrop.apply(other)
                : Decision.refuse("agreement-unknown");
    }

    private static boolean carried(Participants two, Participants here) {
        return switch (two.relation()) {
            case LINE -> here.relation() == Relation.LINE;
            case OUTSIDE, COACH, EXTERNAL -> two.counterpart().equals(here.counterpart());
        };
    }
}
