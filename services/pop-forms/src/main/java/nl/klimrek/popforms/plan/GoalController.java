package nl.klimrek.popforms.plan;

import jakarta.validation.Valid;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.popforms.goal.Committed;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.goal.GoalWords;
import nl.klimrek.popforms.goal.Note;
import nl.klimrek.popforms.goal.Stall;
import nl.klimrek.popforms.plan.GoalRequests.Achievement;
import nl.klimrek.popforms.plan.GoalRequests.Adjustment;
import nl.klimrek.popforms.plan.GoalRequests.Drop;
import nl.klimrek.popforms.plan.GoalRequests.NewEvaluation;
import nl.klimrek.popforms.plan.GoalRequests.NewGoal;
import nl.klimrek.popforms.plan.GoalRequests.NewRank;
import nl.klimrek.popforms.plan.GoalRequests.NewStall;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The life of a goal, step by step, by its owner. Each step answers with the goal and the ETag of the whole plan. */
@RestController
@RequestMapping("/api/pop-forms/{pop}/goals")
class GoalController {

    private final Plans plans;
    private final GoalViews views;

    GoalController(Plans plans, GoalViews views) {
        this.plans = plans;
        this.views = views;
    }

    @PostMapping
    ResponseEntity<GoalView> set(
            @PathVariable String pop, @Valid @RequestBody NewGoal goal, Caller caller, MessageContext cause) {
        String id = CommandIdGenerator.newId(cause);
        GoalDraft draft = goal.draft();
        return shown(
                id, plans.change(caller, pop, cause, (plan, today) -> plan.setGoal(id, draft, goal.rank(), today)));
    }

    /** Another place in the owner's own order. */
    @PostMapping("/{goal}/rank")
    ResponseEntity<GoalView> rank(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody NewRank to,
            Caller caller,
            MessageContext cause) {
        return shown(goal, plans.change(caller, pop, cause, (plan, today) -> plan.rankGoal(goal, to.rank())));
    }

    @PostMapping("/{goal}/start")
    ResponseEntity<GoalView> start(
            @PathVariable String pop, @PathVariable String goal, Caller caller, MessageContext cause) {
        return shown(goal, plans.change(caller, pop, cause, (plan, today) -> plan.startGoal(goal)));
    }

    @PostMapping("/{goal}/evaluation")
    ResponseEntity<GoalView> evaluate(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody NewEvaluation look,
            Caller caller,
            MessageContext cause) {
        Committed<Note> note = look.note();
        return shown(goal, plans.change(caller, pop, cause, (plan, today) -> plan.evaluateGoal(goal, note, today)));
    }

    @PostMapping("/{goal}/adjustment")
    ResponseEntity<GoalView> adjust(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody Adjustment changed,
            Caller caller,
            MessageContext cause) {
        Committed<GoalWords> words = changed.words();
        return shown(
                goal,
                plans.change(
                        caller,
                        pop,
                        cause,
                        (plan, today) -> plan.adjustGoal(goal, words, changed.targetDate(), today)));
    }

    @PostMapping("/{goal}/achievement")
    ResponseEntity<GoalView> achieve(
            @PathVariable String pop,
            @PathVariable String goal,
            @RequestBody(required = false) Achievement achieved,
            Caller caller,
            MessageContext cause) {
        return shown(
                goal,
                plans.change(
                        caller,
                        pop,
                        cause,
                        (plan, today) -> plan.achieveGoal(
                                goal,
                                achieved == null || achieved.achievedOn() == null ? today : achieved.achievedOn(),
                                today)));
    }

    @PostMapping("/{goal}/drop")
    ResponseEntity<GoalView> drop(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody Drop why,
            Caller caller,
            MessageContext cause) {
        Committed<Note> because = why.note();
        return shown(goal, plans.change(caller, pop, cause, (plan, today) -> plan.dropGoal(goal, because)));
    }

    @PostMapping("/{goal}/stall")
    ResponseEntity<GoalView> stall(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody NewStall why,
            Caller caller,
            MessageContext cause) {
        return shown(
                goal,
                plans.change(
                        caller,
                        pop,
                        cause,
                        (plan, today) -> plan.stallGoal(goal, new Stall(why.barriers(), why.blockedFactor(), today))));
    }

    private ResponseEntity<GoalView> shown(String goal, Versioned<Pop> plan) {
        return ETags.ok(views.withWords(plan.state().goal(goal).orElseThrow()), plan);
    }
}
