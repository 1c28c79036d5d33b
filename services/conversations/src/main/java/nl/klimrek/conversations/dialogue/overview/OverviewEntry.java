package nl.klimrek.conversations.dialogue.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.klimrek.contracts.conversations.AgreementOwner;
import nl.klimrek.contracts.conversations.ConversationReason;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.NextAction;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.agreement.Agreement;
import nl.klimrek.conversations.dialogue.preparation.Preparation;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.eventing.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as one of its sides sees it in a list; facts only.
 *
 * @param conversation id
 * @param version version of the conversation this shows
 * @param side whose list this is in
 * @param asked what it asks of that side
 * @param slotStart start of the slot on the table or agreed on; null without one
 * @param proposedBy who proposed that slot; null without one
 * @param prepared whether that side saved a preparation
 * @param otherShared whether the other side shared theirs
 * @param reportVersion newest version of the report; 0 before
 * @param openAgreements what is still to be kept
 * @param heldAt when it took place; null before
 */
public record OverviewEntry(
        String conversation,
        long version,
        ConversationType type,
        ConversationReason reason,
        ConversationStatus status,
        Side side,
        Relation relation,
        String employee,
        String counterpart,
        LocalDate windowFrom,
        LocalDate windowUntil,
        @Nullable Instant slotStart,
        @Nullable Instant slotEnd,
        @Nullable Side proposedBy,
        NextAction asked,
        boolean prepared,
        boolean otherShared,
        int reportVersion,
        List<OpenAgreement> openAgreements,
        @Nullable Instant heldAt) {

    public OverviewEntry {
        openAgreements = openAgreements == null ? List.of() : List.copyOf(openAgreements);
    }

    static OverviewEntry of(Versioned<Conversation> found, Side side) {
        Conversation now = found.state();
        Proposal proposal = now.appointment().proposal();
        Side other = side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
        return new OverviewEntry(
                now.plan().conversation(),
                found.version(),
                now.plan().type(),
                now.plan().reason(),
                now.status(),
                side,
                now.participants().relation(),
                now.participants().employee(),
                now.participants().counterpart(),
                now.appointment().window().from(),
                now.appointment().window().until(),
                proposal == null ? null : proposal.slot().start(),
                proposal == null ? null : proposal.slot().end(),
                proposal == null ? null : proposal.by(),
                NextAction.of(now, side),
                now.preparations().of(side).isPresent(),
                now.preparations().of(other).filter(Preparation::shared).isPresent(),
                now.reports().versions().size(),
                now.agreements().open().stream().map(OpenAgreement::of).toList(),
                now.meeting() == null ? null : now.meeting().heldAt());
    }

    /** Whether it is over and done with. */
    boolean over() {
        return status.ended() && openAgreements.isEmpty();
    }

    /** An agreement still to be kept. */
    public record OpenAgreement(String id, AgreementOwner owner, LocalDate dueDate) {

        static OpenAgreement of(Agreement agreement) {
            return new OpenAgreement(agreement.id(), agreement.owner(), agreement.dueDate());
        }
    }

    /** The slot of a conversation that must have one. */
    public Slot requireSlot() {
        return new Slot(Objects.requireNonNull(slotStart, "no slot"), Objects.requireNonNull(slotEnd, "no slot"));
    }
}
