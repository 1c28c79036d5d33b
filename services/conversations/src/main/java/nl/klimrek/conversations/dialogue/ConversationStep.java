package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationStatus.ACCEPTED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.CLOSED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.CONFIRMED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.HELD;
import static nl.klimrek.conversations.dialogue.ConversationStatus.INVITED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.MISSED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.PLANNED;
import static nl.klimrek.conversations.dialogue.ConversationStatus.RECORDED;

import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.Refusal;

/** The steps of a conversation, each with the statuses in which it is possible. This is the only table of them. */
public enum ConversationStep {
    INVITE(PLANNED, MISSED),
    ACCEPT(INVITED),
    RESCHEDULE(INVITED, ACCEPTED),
    DECLINE(INVITED, ACCEPTED),
    PREPARE(PLANNED, INVITED, ACCEPTED, MISSED),
    SHARE(PLANNED, INVITED, ACCEPTED, MISSED, HELD),
    UNSHARE(PLANNED, INVITED, ACCEPTED, MISSED),
    SWAP(PLANNED, INVITED, ACCEPTED, MISSED),
    ADD_POINT(PLANNED, INVITED, ACCEPTED, MISSED),
    REMOVE_POINT(PLANNED, INVITED, ACCEPTED, MISSED),
    SHARE_NOTE(PLANNED, INVITED, ACCEPTED, MISSED, HELD, RECORDED, CONFIRMED),
    HOLD(ACCEPTED),
    REBALANCE(HELD, RECORDED, CONFIRMED),
    RECORD(HELD),
    CORRECT(RECORDED, CONFIRMED),
    STATE(RECORDED, CONFIRMED, CLOSED),
    CONFIRM(RECORDED),
    AGREE(HELD, RECORDED, CONFIRMED),
    KEEP(HELD, RECORDED, CONFIRMED, CLOSED),
    DROP(HELD, RECORDED, CONFIRMED, CLOSED),
    CLOSE(CONFIRMED),
    CANCEL(PLANNED, INVITED, ACCEPTED, MISSED),
    MISS(PLANNED, INVITED),
    COUNTERPART_LEFT(HELD, RECORDED),
    MOVE(PLANNED, INVITED, ACCEPTED, MISSED);

    private final Set<ConversationStatus> from;

    ConversationStep(ConversationStatus... from) {
        this.from = Set.of(from);
    }

    /** Why this step is not possible in a status; empty when it is. */
    Optional<Refusal> refusal(ConversationStatus status) {
        return fits(status)
                ? Optional.empty()
                : Optional.of(Refusal.of("step-not-possible", "step", name(), "status", status.name()));
    }

    /** Whether this step is possible in a status. */
    public boolean fits(ConversationStatus status) {
        return from.contains(status);
    }
}
