package nl.klimrek.reminders.reply;

import nl.klimrek.contracts.conversations.ReplyRefusal;

/** The result of a message in the mailbox. The text that explains one is {@code reply.<outcome>}. */
public enum ReplyOutcome {
    /** The slot suits. */
    ACCEPTED,
    /** The slot does not suit. */
    DECLINED,
    /** The person is not sure yet; the question stays open. */
    TENTATIVE,
    /** Another time is proposed. */
    COUNTERED,
    /** The person has agreed already, so nothing changes. */
    AGREED_BEFORE,
    /** A later reply of the same person was handled before. */
    OVERTAKEN,
    /** The person is not sure about a slot that they agreed to, which stands. */
    STANDS,
    /** A program sent it without a person, and no calendar part is in it. */
    AUTOMATIC,
    /** The address that it was sent to was made for nobody. */
    FORGED,
    /** Somebody else than the invited person replies, or replies for somebody else. */
    NOT_THE_INVITED,
    /** The message has no calendar part. */
    NO_CALENDAR,
    /** The calendar part cannot be read. */
    UNREADABLE,
    /** The calendar part is no reply, such as an invitation. */
    NOT_A_REPLY,
    /** It is about a series, which a conversation never is. */
    SERIES,
    /** It replies to an earlier slot, or to one that fell away. */
    OUTDATED,
    /** The slot has begun. */
    PASSED,
    /** It says neither yes, no nor perhaps. */
    NO_ANSWER,
    /** It proposes no time, or one that is past or no slot. */
    NO_TIME,
    /** Conversations refused it: the person has another conversation then. */
    SLOT_TAKEN,
    /** Conversations refused it: the other side has no time then. */
    SLOT_TAKEN_OTHER,
    /** Conversations refused it: the time is not a usual one. */
    SLOT_OUTSIDE,
    /** Conversations refused it for another reason. */
    REFUSED;

    static ReplyOutcome of(ReplyRefusal refusal) {
        return switch (refusal) {
            case SLOT_TAKEN -> SLOT_TAKEN;
            case SLOT_TAKEN_OTHER -> SLOT_TAKEN_OTHER;
            case SLOT_OUTSIDE -> SLOT_OUTSIDE;
            case SLOT_PAST -> NO_TIME;
            case SUPERSEDED -> OUTDATED;
            case NOT_PARTICIPANT, OTHER -> REFUSED;
        };
    }

    /** Whether it is an answer of the invited person about the present slot. */
    boolean isAnswer() {
        return this == ACCEPTED || this == DECLINED || this == TENTATIVE || this == COUNTERED;
    }

    /** Whether the invited person is told that nothing was done. */
    boolean isExplained() {
        return switch (this) {
            case ACCEPTED, DECLINED, TENTATIVE, COUNTERED, AGREED_BEFORE, OVERTAKEN, AUTOMATIC, FORGED -> false;
            case STANDS,
                    NOT_THE_INVITED,
                    NO_CALENDAR,
                    UNREADABLE,
                    NOT_A_REPLY,
                    SERIES,
                    OUTDATED,
                    PASSED,
                    NO_ANSWER,
                    NO_TIME,
                    SLOT_TAKEN,
                    SLOT_TAKEN_OTHER,
                    SLOT_OUTSIDE,
                    REFUSED -> true;
        };
    }
}
