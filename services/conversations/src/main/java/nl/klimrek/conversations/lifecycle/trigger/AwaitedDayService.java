package nl.klimrek.conversations.lifecycle.trigger;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/**
 * Days that will ask for a conversation. A day is removed after its conversation was planned, so a stop in between
 * plans it again, which changes nothing.
 */
@Component
class AwaitedDayService {

    private final AggregateStore<AwaitedDays> awaited;
    private final TriggerPlanner triggers;
    private final TriggerSlotProposer slots;
    private final CurrentRoster roster;

    AwaitedDayService(
            AggregateStore<AwaitedDays> awaited,
            TriggerPlanner triggers,
            TriggerSlotProposer slots,
            CurrentRoster roster) {
        this.slots = slots;
        this.awaited = awaited;
        this.triggers = triggers;
        this.roster = roster;
    }

    /** What is awaited with one employee. */
    AwaitedDays of(Organisation organisation, String employee) {
        return awaited.find(Key.of(organisation, employee))
                .map(Versioned::state)
                .orElse(AwaitedDays.of(employee));
    }

    void change(
            Organisation organisation,
            String employee,
            MessageContext context,
            Function<AwaitedDays, Decision<AwaitedDays>> change) {
        awaited.handle(
                Key.of(organisation, employee), context, found -> change.apply(found.orElse(AwaitedDays.of(employee))));
    }

    /** Plans a conversation, or proposes a slot for one, for each day of the employee that has come. They wait while the manager is not known yet. */
    void look(Key key) {
        Organisation organisation = key.organisation();
        if (roster.awaitsManager(organisation, key.id())) {
            return;
        }
        LocalDate today = roster.today(organisation, key.id());
        List<AwaitedDays.Day> come = of(organisation, key.id()).come(today);
        for (AwaitedDays.Day day : come) {
            MessageContext clock = MessageContext.system("clock");
            if (day.kind() == AwaitedDays.Kind.SLOT) {
                slots.propose(organisation, day.subject(), clock);
            } else {
                triggers.plan(organisation, key.id(), trigger(day, today), clock);
            }
            change(organisation, key.id(), clock, now -> now.settled(day.kind(), day.subject()));
        }
    }

    private static ConversationTrigger trigger(AwaitedDays.Day day, LocalDate today) {
        return switch (day.kind()) {
            case AGREEMENT_OVERDUE -> ConversationTrigger.agreementOverdue(day.subject(), today);
            case CERTIFICATE_EXPIRING -> ConversationTrigger.certificateExpiring(day.subject(), today);
            case ROLE_CHANGED -> ConversationTrigger.roleChanged(day.subject(), day.on());
            case TEAM_CHANGED -> ConversationTrigger.teamChanged(day.subject(), day.on());
            case SLOT -> throw new IllegalArgumentException("a conversation that is planned needs no other one");
            case MANAGER_CHANGED -> ConversationTrigger.managerChanged(day.subject(), today);
            case ABSENCE_ENDED ->
                ConversationTrigger.absenceEnded(day.subject(), day.on().isBefore(today) ? today : day.on());
        };
    }
}
