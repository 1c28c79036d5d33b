package nl.klimrek.conversations.appointment;

import java.time.Duration;
import java.time.Instant;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A time of one person that a conversation needs.
 *
 * @param start start
 * @param end end
 * @param round round of the conversation's appointment it is for
 * @param at when it was reserved
 */
record Reservation(Instant start, Instant end, int round, Instant at) {

    /** How long a conversation may take to be accepted once its time is reserved. */
    static final Duration PENDING = Duration.ofSeconds(10);

    /** What a reservation is worth. */
    enum State {
        /** The conversation is agreed on for this time. */
        STANDS,
        /** The conversation may be accepted for this time at any moment. */
        PENDING,
        /** The conversation was moved, declined or is over, or its round ended; nothing can be agreed on with it. */
        VOID
    }

    static Reservation of(Slot slot, int round, Instant at) {
        return new Reservation(slot.start(), slot.end(), round, at);
    }

    Slot slot() {
        return new Slot(start, end);
    }

    boolean overlaps(Reservation other) {
        return slot().overlaps(other.slot());
    }

    /** Whether it is for the same time and round, so that it is as good as another one. */
    boolean equals(Slot slot, int ofRound) {
        return round == ofRound && slot().equals(slot);
    }

    /** What the conversation as it is now makes of it; null if the conversation never came. */
    State state(@Nullable Conversation now) {
        if (now == null) {
            return State.VOID;
        }
        Appointment appointment = now.appointment();
        Proposal proposal = appointment.proposal();
        if (proposal == null || !equals(proposal.slot(), appointment.round())) {
            return State.VOID;
        }
        return now.status() == ConversationStatus.ACCEPTED
                ? State.STANDS
                : now.status() == ConversationStatus.INVITED ? State.PENDING : State.VOID;
    }

    /** Whether its acceptance should have come by now. One of a clock that was wrong does not wait for that clock. */
    boolean overdue(Instant now) {
        return at.plus(PENDING).isBefore(now) || at.isAfter(now.plus(PENDING));
    }
}
