package nl.klimrek.conversations.trigger;

import java.time.LocalDate;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Plan;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.rhythm.Claim;
import nl.klimrek.conversations.rhythm.Rhythms;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Plans a conversation for something that happened. Guarantee: the same happening plans at most one, however often it is
 * heard; and none where one of that type lies ahead in those days, because that one takes it up.
 */
@Component
class Triggers {

    private final AggregateStore<Conversation> conversations;
    private final Rhythms rhythms;
    private final Roster roster;

    Triggers(AggregateStore<Conversation> conversations, Rhythms rhythms, Roster roster) {
        this.conversations = conversations;
        this.rhythms = rhythms;
        this.roster = roster;
    }

    /** Whether there is a conversation for it now, with the employee's manager of this moment. */
    boolean plan(Organisation organisation, String employee, Trigger trigger, MessageContext cause) {
        LocalDate today = roster.today(organisation, employee);
        if (trigger.window().passed(today)) {
            return false;
        }
        return roster.managerOf(organisation, employee)
                .filter(manager -> claimed(organisation, employee, trigger))
                .map(manager ->
                        planned(organisation, Participants.of(employee, manager, Relation.LINE), trigger, today, cause))
                .isPresent();
    }

    private boolean claimed(Organisation organisation, String employee, Trigger trigger) {
        return rhythms.claimBeside(
                organisation, employee, Claim.of(trigger.conversation(employee), trigger.type(), trigger.window()));
    }

    private Conversation planned(
            Organisation organisation, Participants two, Trigger trigger, LocalDate today, MessageContext cause) {
        String id = trigger.conversation(two.employee());
        Plan plan = new Plan(id, trigger.type(), trigger.reason(), null, null);
        return conversations
                .handle(
                        Key.of(organisation, id),
                        cause.withoutMarker(),
                        found -> found.isPresent()
                                ? Decision.unchanged()
                                : Conversation.planned(plan, two, trigger.window(), today))
                .state();
    }
}
