package nl.klimrek.reminders.rules;

import nl.klimrek.contracts.popforms.Factor;
import nl.klimrek.contracts.popforms.GoalAchieved;
import nl.klimrek.contracts.popforms.GoalAdjusted;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.GoalDropped;
import nl.klimrek.contracts.popforms.GoalEvaluated;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.contracts.popforms.GoalStarted;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.prompt.PromptNeed;
import org.springframework.stereotype.Component;

/**
 * Prompts the manager about a goal that waits for time or money. The event of a stalled goal does not say whether the goal is
 * private, so the private ones are remembered from when they were set.
 */
@Component
class BlockedGoalPromptRules implements PromptRules {

    private final AggregateStore<PrivateGoals> privateGoals;
    private final ManagerTasks managers;
    private final PromptScheduler scheduler;
    private final PromptCatalogue catalogue;

    BlockedGoalPromptRules(
            AggregateStore<PrivateGoals> privateGoals,
            ManagerTasks managers,
            PromptScheduler scheduler,
            PromptCatalogue catalogue) {
        this.privateGoals = privateGoals;
        this.managers = managers;
        this.scheduler = scheduler;
        this.catalogue = catalogue;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(GoalSet.class, this::set)
                .on(GoalChanged.class, this::changed)
                .on(GoalStalled.class, this::stalled)
                .on(GoalStarted.class, (e, meta) -> moves(e.employee(), e.goal(), meta))
                .on(GoalEvaluated.class, (e, meta) -> moves(e.employee(), e.goal(), meta))
                .on(GoalAdjusted.class, (e, meta) -> moves(e.employee(), e.goal(), meta))
                .on(GoalAchieved.class, (e, meta) -> moves(e.employee(), e.goal(), meta))
                .on(GoalDropped.class, (e, meta) -> moves(e.employee(), e.goal(), meta));
    }

    /** A goal that becomes private is nothing for the manager any more. */
    private void changed(GoalChanged event, EventMeta meta) {
        if (event.keptPrivate()) {
            hide(event.employee(), event.goal(), meta);
            moves(event.employee(), event.goal(), meta);
        } else {
            privateGoals.handle(
                    Key.of(meta.organisation(), event.employee()),
                    MessageContext.event(meta).withoutMarker(),
                    before -> before.filter(known -> known.goals().contains(event.goal()))
                            .map(known -> Decision.accept(known.without(event.goal())))
                            .orElseGet(Decision::unchanged));
        }
    }

    private void set(GoalSet event, EventMeta meta) {
        if (event.keptPrivate()) {
            hide(event.employee(), event.goal(), meta);
        }
    }

    private void hide(String employee, String goal, EventMeta meta) {
        privateGoals.handle(
                Key.of(meta.organisation(), employee),
                MessageContext.event(meta).withoutMarker(),
                before -> before.filter(known -> known.goals().contains(goal))
                        .map(known -> Decision.<PrivateGoals>unchanged())
                        .orElseGet(() ->
                                Decision.accept(before.orElse(PrivateGoals.NONE).with(goal))));
    }

    private void stalled(GoalStalled event, EventMeta meta) {
        boolean hidden = privateGoals
                .find(Key.of(meta.organisation(), event.employee()))
                .filter(known -> known.state().goals().contains(event.goal()))
                .isPresent();
        if (event.blockedFactor() == Factor.MOGEN && !hidden) {
            managers.open(
                    catalogue.rule(PromptAction.MAKE_ROOM),
                    need(event.employee(), event.goal()),
                    event.employee(),
                    meta);
        }
    }

    private void moves(String employee, String goal, EventMeta meta) {
        managers.prompted(PromptAction.MAKE_ROOM, goal, employee, meta)
                .forEach(manager -> scheduler.cancel(need(manager, goal), meta));
        managers.close(PromptAction.MAKE_ROOM, goal, employee, meta);
    }

    private static PromptNeed need(String person, String goal) {
        return new PromptNeed(person, PromptAction.MAKE_ROOM, PromptSubject.GOAL, goal);
    }
}
