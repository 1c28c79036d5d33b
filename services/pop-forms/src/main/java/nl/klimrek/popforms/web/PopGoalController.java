package nl.klimrek.popforms.web;

import jakarta.validation.Valid;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.popforms.goal.GoalDraft;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.popforms.goal.Stall;
import nl.klimrek.popforms.link.ConversationLinks;
import nl.klimrek.popforms.plan.PlanLearning;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopService;
import nl.klimrek.popforms.text.CommittedText;
import nl.klimrek.popforms.text.NoteText;
import nl.klimrek.popforms.web.GoalRequests.Achievement;
import nl.klimrek.popforms.web.GoalRequests.Adjustment;
import nl.klimrek.popforms.web.GoalRequests.ChangedGoal;
import nl.klimrek.popforms.web.GoalRequests.Drop;
import nl.klimrek.popforms.web.GoalRequests.NewEvaluation;
import nl.klimrek.popforms.web.GoalRequests.NewGoal;
import nl.klimrek.popforms.web.GoalRequests.NewMilestone;
import nl.klimrek.popforms.web.GoalRequests.NewRank;
import nl.klimrek.popforms.web.GoalRequests.NewStall;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes the owner's steps on goals. Each answer has the goal, and the ETag of the whole plan. */
@RestController
@RequestMapping("/api/pop-forms/{pop}/goals")
class PopGoalController {

    private final PopService plans;
    private final ConversationLinks links;
    private final GoalViewMapper views;

    PopGoalController(PopService plans, ConversationLinks links, GoalViewMapper views) {
        this.plans = plans;
        this.links = links;
        this.views = views;
    }

    @PostMapping
    ResponseEntity<GoalView> set(
            @PathVariable String pop, @Valid @RequestBody NewGoal goal, Caller caller, MessageContext cause) {
        String id = CommandIdGenerator.newId(cause);
        GoalDraft draft = goal.draft();
        return shown(id, plans.change(caller, pop, cause, (plan, today) -> {
            links.check(caller, goal.conversation(), null);
            return plan.setGoal(id, draft, goal.rank(), today);
        }));
    }

    /** Replaces the goal's words, codes, date and privacy over the version that was read. */
    @PutMapping("/{goal}")
    ResponseEntity<GoalView> change(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody ChangedGoal changed,
            Caller caller,
            MessageContext cause) {
        return shown(
                goal,
                plans.replace(
                        caller,
                        pop,
                        cause,
                        (plan, today) -> plan.goal(goal)
                                .map(known -> {
                                    links.check(
                                            caller,
                                            changed.conversation(),
                                            known.aim().conversation());
                                    return plan.changeGoal(
                                            goal, changed.draft(known.aim().origin()), today);
                                })
                                .orElseGet(() -> Decision.refuse("goal-unknown"))));
    }

    /** Names a small step that is worth celebrating. */
    @PostMapping("/{goal}/milestones")
    ResponseEntity<GoalView> setMilestone(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody NewMilestone milestone,
            Caller caller,
            MessageContext cause) {
        String id = CommandIdGenerator.newId(cause);
        CommittedText<NoteText> text = milestone.note();
        return shown(
                goal,
                plans.change(caller, pop, cause, (plan, today) -> PlanLearning.setMilestone(plan, goal, id, text)));
    }

    /** Moves a goal in the owner's order. */
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
        CommittedText<NoteText> note = look.note();
        return shown(goal, plans.change(caller, pop, cause, (plan, today) -> plan.evaluateGoal(goal, note, today)));
    }

    /** Replaces the goal's text over the version that was read. */
    @PostMapping("/{goal}/adjustment")
    ResponseEntity<GoalView> adjust(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody Adjustment changed,
            Caller caller,
            MessageContext cause) {
        CommittedText<GoalText> text = changed.goalText();
        return shown(
                goal,
                plans.replace(
                        caller, pop, cause, (plan, today) -> plan.adjustGoal(goal, text, changed.targetDate(), today)));
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
        CommittedText<NoteText> because = why.note();
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
