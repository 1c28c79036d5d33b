package nl.klimrek.conversations.lifecycle.trigger;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import nl.klimrek.contracts.conversations.AgreementDropped;
import nl.klimrek.contracts.conversations.AgreementKept;
import nl.klimrek.contracts.conversations.AgreementMade;
import nl.klimrek.contracts.learningbudgets.BudgetUnused;
import nl.klimrek.contracts.popforms.EvidenceAdded;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.conversations.lifecycle.trigger.AwaitedDays.Day;
import nl.klimrek.conversations.lifecycle.trigger.AwaitedDays.Kind;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/**
 * Plans conversations for events about agreements, development plans and budgets. A goal that the employee keeps
 * private asks for none, because a conversation with the manager would reveal it.
 */
@Component
public class DevelopmentTriggers {

    private final TriggerPlanner triggers;
    private final AwaitedDayService awaiting;
    private final CurrentRoster roster;
    private final TriggerSettings settings;

    DevelopmentTriggers(
            TriggerPlanner triggers, AwaitedDayService awaiting, CurrentRoster roster, TriggerSettings settings) {
        this.triggers = triggers;
        this.awaiting = awaiting;
        this.roster = roster;
        this.settings = settings;
    }

    /** Lets these handlers hear what asks for a conversation. */
    public EventHandlers register(EventHandlers handlers) {
        return handlers.on(AgreementMade.class, this::made)
                .on(AgreementKept.class, (kept, event) -> settled(kept.employee(), kept.agreement(), event))
                .on(AgreementDropped.class, (dropped, event) -> settled(dropped.employee(), dropped.agreement(), event))
                .on(GoalSet.class, this::set)
                .on(GoalChanged.class, this::changed)
                .on(GoalStalled.class, this::stalled)
                .on(EvidenceAdded.class, this::added)
                .on(BudgetUnused.class, this::unused);
    }

    private void made(AgreementMade made, EventMeta event) {
        Day overdue =
                new Day(Kind.AGREEMENT_OVERDUE, made.agreement(), made.dueDate().plusDays(1L + settings.overdueDays()));
        awaiting.change(event.organisation(), made.employee(), MessageContext.event(event), now -> now.await(overdue));
    }

    private void set(GoalSet goal, EventMeta event) {
        if (goal.keptPrivate()) {
            awaiting.change(
                    event.organisation(),
                    goal.employee(),
                    MessageContext.event(event),
                    now -> now.keepsPrivate(goal.goal()));
        }
    }

    private void changed(GoalChanged goal, EventMeta event) {
        awaiting.change(
                event.organisation(),
                goal.employee(),
                MessageContext.event(event),
                now -> goal.keptPrivate() ? now.keepsPrivate(goal.goal()) : now.shares(goal.goal()));
    }

    private void stalled(GoalStalled stalled, EventMeta event) {
        if (!awaiting.of(event.organisation(), stalled.employee())
                .privateGoals()
                .contains(stalled.goal())) {
            triggers.plan(
                    event.organisation(),
                    stalled.employee(),
                    ConversationTrigger.goalStalled(event.id(), today(stalled.employee(), event)),
                    MessageContext.event(event));
        }
    }

    private void added(EvidenceAdded added, EventMeta event) {
        if (added.expiresOn() == null) {
            return;
        }
        Day expiring = new Day(
                Kind.CERTIFICATE_EXPIRING, added.evidence(), added.expiresOn().minusDays(settings.expiringDays()));
        awaiting.change(
                event.organisation(),
                added.employee(),
                MessageContext.event(event),
                now -> now.privateGoals().contains(added.goal()) ? Decision.unchanged() : now.await(expiring));
    }

    /** Once for each pot. */
    private void unused(BudgetUnused unused, EventMeta event) {
        if (unused.percent() >= settings.unusedPercent()
                && unused.quarterEndsOn().get(IsoFields.QUARTER_OF_YEAR) >= settings.unusedFromQuarter()) {
            triggers.plan(
                    event.organisation(),
                    unused.employee(),
                    ConversationTrigger.budgetUnused(unused.pot(), today(unused.employee(), event)),
                    MessageContext.event(event));
        }
    }

    private void settled(String employee, String agreement, EventMeta event) {
        awaiting.change(
                event.organisation(),
                employee,
                MessageContext.event(event),
                now -> now.settled(Kind.AGREEMENT_OVERDUE, agreement));
    }

    private LocalDate today(String employee, EventMeta event) {
        return roster.today(event.organisation(), employee);
    }
}
