package nl.klimrek.conversations.dialogue.reading;

import java.util.List;
import java.util.function.Function;
import nl.klimrek.contracts.popforms.ActivityChanged;
import nl.klimrek.contracts.popforms.ActivityCompleted;
import nl.klimrek.contracts.popforms.ActivityDropped;
import nl.klimrek.contracts.popforms.ActivityPlanned;
import nl.klimrek.contracts.popforms.GoalAchieved;
import nl.klimrek.contracts.popforms.GoalAdjusted;
import nl.klimrek.contracts.popforms.GoalChanged;
import nl.klimrek.contracts.popforms.GoalDropped;
import nl.klimrek.contracts.popforms.GoalEvaluated;
import nl.klimrek.contracts.popforms.GoalSet;
import nl.klimrek.contracts.popforms.GoalStalled;
import nl.klimrek.contracts.popforms.GoalStarted;
import nl.klimrek.conversations.projection.EventSubscriber;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** Keeps the goals of each employee up to date from the events of development plans. */
@Component
public class DevelopmentGoalProjection implements EventSubscriber {

    private final AggregateStore<DevelopmentGoals> growths;

    DevelopmentGoalProjection(AggregateStoreFactory stores) {
        this.growths = stores.create(AggregateType.readDocument("growths", DevelopmentGoals.class));
    }

    /** The goals of an employee: all for the employee, those not kept private for anybody else. */
    public List<DevelopmentGoal> of(Organisation organisation, String employee, boolean own) {
        return growths.find(Key.of(organisation, employee))
                .map(found -> found.state().seen(own))
                .orElse(List.of());
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(
                        GoalSet.class,
                        (fact, event) -> follow(event, fact.employee(), now -> now.set(DevelopmentGoal.of(fact))))
                .on(
                        GoalChanged.class,
                        (fact, event) -> follow(
                                event, fact.employee(), now -> now.change(fact.goal(), goal -> goal.changed(fact))))
                .on(
                        ActivityChanged.class,
                        (fact, event) -> follow(
                                event, fact.employee(), now -> now.change(fact.goal(), goal -> goal.changed(fact))))
                .on(
                        ActivityDropped.class,
                        (fact, event) -> follow(
                                event,
                                fact.employee(),
                                now -> now.change(fact.goal(), goal -> goal.without(fact.activity()))))
                .on(
                        GoalStarted.class,
                        (fact, event) -> follow(
                                event,
                                fact.employee(),
                                now -> now.change(fact.goal(), goal -> goal.in(DevelopmentGoalState.ACTING))))
                .on(
                        GoalEvaluated.class,
                        (fact, event) -> follow(
                                event,
                                fact.employee(),
                                now -> now.change(fact.goal(), goal -> goal.in(DevelopmentGoalState.EVALUATED))))
                .on(
                        GoalAdjusted.class,
                        (fact, event) -> follow(
                                event,
                                fact.employee(),
                                now -> now.change(fact.goal(), goal -> goal.adjusted(fact.targetDate()))))
                .on(
                        GoalStalled.class,
                        (fact, event) -> follow(
                                event,
                                fact.employee(),
                                now -> now.change(fact.goal(), goal -> goal.stalled(fact.blockedFactor()))))
                .on(
                        GoalAchieved.class,
                        (fact, event) -> follow(
                                event,
                                fact.employee(),
                                now -> now.change(fact.goal(), goal -> goal.achieved(fact.achievedOn()))))
                .on(GoalDropped.class, (fact, event) -> follow(event, fact.employee(), now -> now.drop(fact.goal())))
                .on(
                        ActivityPlanned.class,
                        (fact, event) -> follow(
                                event, fact.employee(), now -> now.change(fact.goal(), goal -> goal.planned(fact))))
                .on(
                        ActivityCompleted.class,
                        (fact, event) -> follow(
                                event,
                                fact.employee(),
                                now -> now.change(
                                        fact.goal(), goal -> goal.completed(fact.activity(), fact.completedOn()))));
    }

    private void follow(EventMeta event, String employee, Function<DevelopmentGoals, Decision<DevelopmentGoals>> step) {
        growths.handle(
                Key.of(event.organisation(), employee),
                MessageContext.event(event),
                found -> step.apply(found.orElse(DevelopmentGoals.NONE)));
    }
}
