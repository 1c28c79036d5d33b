package nl.klimrek.conversations.lifecycle.trigger;

import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.planning.proposal.ProposalService;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.planner.task.ConversationToPlan;
import org.springframework.stereotype.Component;

/** Lets the planner propose a slot for a conversation that a trigger planned, as it does for a cycle. */
@Component
class TriggerSlotProposer {

    private final AggregateStore<Conversation> conversations;
    private final ProposalService proposals;
    private final TriggerSettings settings;

    TriggerSlotProposer(
            AggregateStore<Conversation> conversations, ProposalService proposals, TriggerSettings settings) {
        this.conversations = conversations;
        this.proposals = proposals;
        this.settings = settings;
    }

    /** Proposes a slot where nobody has proposed one until now; one that turned a slot down is not proposed another. */
    void propose(Organisation organisation, String conversation, MessageContext context) {
        conversations
                .find(Key.of(organisation, conversation))
                .map(Versioned::state)
                .filter(now -> now.status() == ConversationStatus.PLANNED
                        && now.appointment().round() == 0)
                .ifPresent(now -> proposals.propose(organisation, talk(now), settings.leadDays(), context));
    }

    private ConversationToPlan talk(Conversation now) {
        Window window = now.appointment().window();
        return ConversationToPlan.open(
                now.plan().conversation(),
                now.participants().employee(),
                now.participants().counterpart(),
                window.from(),
                window.until(),
                settings.slotMinutes());
    }
}
