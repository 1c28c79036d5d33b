package nl.klimrek.conversations.dialogue.steps;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.scheduling.Proposal;
import nl.klimrek.conversations.dialogue.scheduling.SlotDeviation;
import org.jspecify.annotations.Nullable;

/**
 * The conversation after a step, without any text.
 *
 * @param slotOutside in what the slot is not as usual; absent when it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepResponse(
        String id,
        ConversationType type,
        ConversationStatus status,
        String employee,
        String counterpart,
        LocalDate windowFrom,
        LocalDate windowUntil,
        @Nullable Instant slotStart,
        @Nullable Instant slotEnd,
        @Nullable Side proposedBy,
        @Nullable Set<SlotDeviation> slotOutside,
        int reportVersion,
        int openAgreements) {

    /** Where this conversation stands. */
    public static StepResponse of(Conversation now) {
        Proposal proposal = now.appointment().proposal();
        return new StepResponse(
                now.plan().conversation(),
                now.plan().type(),
                now.status(),
                now.participants().employee(),
                now.participants().counterpart(),
                now.appointment().window().from(),
                now.appointment().window().until(),
                proposal == null ? null : proposal.slot().start(),
                proposal == null ? null : proposal.slot().end(),
                proposal == null ? null : proposal.by(),
                proposal == null || proposal.outside().isEmpty() ? null : proposal.outside(),
                now.reports().versions().size(),
                now.agreements().open().size());
    }
}
