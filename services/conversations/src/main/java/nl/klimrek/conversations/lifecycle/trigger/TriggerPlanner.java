package nl.klimrek.conversations.lifecycle.trigger;

import java.time.LocalDate;
import nl.klimrek.conversations.cycle.cadence.RhythmService;
import nl.klimrek.conversations.cycle.cadence.WindowClaim;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.ConversationPlan;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Plans a conversation for an occurrence in the life of an employee. An occurrence plans at most one, also when its
 * event is replayed, and none where one of that type lies ahead in those days.
 */
@Component
class TriggerPlanner {

    private final AggregateStore<Conversation> conversations;
    private final RhythmService rhythms;
    private final CurrentRoster roster;

    TriggerPlanner(AggregateStore<Conversation> conversations, RhythmService rhythms, CurrentRoster roster) {
        this.conversations = conversations;
        this.rhythms = rhythms;
        this.roster = roster;
    }

    /** Whether there is a conversation for it now, with the employee's manager of this moment. */
    boolean plan(Organisation organisation, String employee, ConversationTrigger trigger, MessageContext context) {
        LocalDate today = roster.today(organisation, employee);
        if (trigger.window().passed(today)) {
            return false;
        }
        return roster.managerOf(organisation, employee)
                .filter(manager -> claimed(organisation, employee, trigger))
                .map(manager -> planned(
                        organisation, Participants.of(employee, manager, Relation.LINE), trigger, today, context))
                .isPresent();
    }

    private boolean claimed(Organisation organisation, String employee, ConversationTrigger trigger) {
        return rhythms.claimBeside(
                organisation,
                employee,
                WindowClaim.of(trigger.conversation(employee), trigger.type(), trigger.window()));
    }

    private Conversation planned(
            Organisation organisation,
            Participants two,
            ConversationTrigger trigger,
            LocalDate today,
            MessageContext context) {
        String id = trigger.conversation(two.employee());
        ConversationPlan plan = new ConversationPlan(id, trigger.type(), trigger.reason(), null, null);
        return conversations
                .handle(
                        Key.of(organisation, id),
                        context.withoutMarker(),
                        found -> found.isPresent()
                                ? Decision.unchanged()
                                : Conversation.planned(plan, two, trigger.window(), today))
                .state();
    }
}
