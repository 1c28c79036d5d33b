package nl.klimrek.popforms.web;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.popforms.goal.Goal;
import nl.klimrek.popforms.learning.Activity;
import nl.klimrek.popforms.learning.ActivityPlan;
import nl.klimrek.popforms.learning.Evidence;
import nl.klimrek.popforms.learning.Reflection;
import nl.klimrek.popforms.plan.PlanLearning;
import nl.klimrek.popforms.plan.Pop;
import nl.klimrek.popforms.plan.PopService;
import nl.klimrek.popforms.web.GoalRequests.Reached;
import nl.klimrek.popforms.web.LearningRequests.ChangedActivity;
import nl.klimrek.popforms.web.LearningRequests.Completion;
import nl.klimrek.popforms.web.LearningRequests.NewActivity;
import nl.klimrek.popforms.web.LearningRequests.NewApplication;
import nl.klimrek.popforms.web.LearningRequests.NewEvidence;
import nl.klimrek.popforms.web.LearningRequests.NewMoment;
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

/** Takes the owner's activities and evidence. Answers carry the ETag of the whole plan. */
@RestController
@RequestMapping("/api/pop-forms/{pop}")
class PopLearningController {

    private final PopService plans;
    private final GoalViewMapper views;

    PopLearningController(PopService plans, GoalViewMapper views) {
        this.plans = plans;
        this.views = views;
    }

    @PostMapping("/goals/{goal}/activities")
    ResponseEntity<GoalView.ActivityView> plan(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody NewActivity activity,
            Caller caller,
            MessageContext cause) {
        String id = CommandIdGenerator.newId(cause);
        ActivityPlan what = activity.plan();
        return shown(
                id, plans.change(caller, pop, cause, (plan, today) -> PlanLearning.planActivity(plan, goal, id, what)));
    }

    /** Adds something learned on the way, which is completed at once. */
    @PostMapping("/goals/{goal}/learning-moments")
    ResponseEntity<GoalView.ActivityView> log(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody NewMoment moment,
            Caller caller,
            MessageContext cause) {
        String id = CommandIdGenerator.newId(cause);
        ActivityPlan what = moment.plan();
        return shown(
                id,
                plans.change(caller, pop, cause, (plan, today) -> PlanLearning.logMoment(plan, goal, id, what, today)));
    }

    /** Replaces what an activity says over the version that was read; of a learning moment also what was learned. */
    @PutMapping("/activities/{activity}")
    ResponseEntity<GoalView.ActivityView> change(
            @PathVariable String pop,
            @PathVariable String activity,
            @Valid @RequestBody ChangedActivity changed,
            Caller caller,
            MessageContext cause) {
        ActivityPlan what = changed.plan();
        Reflection learned = changed.reflection();
        return shown(
                activity,
                plans.replace(
                        caller,
                        pop,
                        cause,
                        (plan, today) -> PlanLearning.changeActivity(plan, activity, what, learned)));
    }

    @PostMapping("/activities/{activity}/drop")
    ResponseEntity<GoalView.ActivityView> drop(
            @PathVariable String pop, @PathVariable String activity, Caller caller, MessageContext cause) {
        return shown(
                activity,
                plans.change(caller, pop, cause, (plan, today) -> PlanLearning.dropActivity(plan, activity, today)));
    }

    /** Answers whether what was learned is used. */
    @PostMapping("/activities/{activity}/application")
    ResponseEntity<GoalView.ActivityView> apply(
            @PathVariable String pop,
            @PathVariable String activity,
            @Valid @RequestBody NewApplication answer,
            Caller caller,
            MessageContext cause) {
        return shown(
                activity,
                plans.change(
                        caller,
                        pop,
                        cause,
                        (plan, today) -> PlanLearning.applyActivity(plan, activity, answer.application(today))));
    }

    @PostMapping("/milestones/{milestone}/achievement")
    ResponseEntity<PopReference> reach(
            @PathVariable String pop,
            @PathVariable String milestone,
            @Valid @RequestBody(required = false) Reached reached,
            Caller caller,
            MessageContext cause) {
        Versioned<Pop> after = plans.change(caller, pop, cause, (plan, today) -> {
            LocalDate on = reached == null || reached.reachedOn() == null ? today : reached.reachedOn();
            return PlanLearning.reachMilestone(plan, milestone, on, today);
        });
        return ETags.ok(new PopReference(pop, milestone), after);
    }

    /** What was reached, of which plan. */
    record PopReference(String pop, String id) {}

    @PostMapping("/activities/{activity}/completion")
    ResponseEntity<GoalView.ActivityView> complete(
            @PathVariable String pop,
            @PathVariable String activity,
            @Valid @RequestBody(required = false) Completion sent,
            Caller caller,
            MessageContext cause) {
        Completion done = sent == null ? Completion.TODAY : sent;
        Reflection learned = done.reflection();
        return shown(activity, plans.change(caller, pop, cause, (plan, today) -> {
            LocalDate on = done.completedOn() == null ? today : done.completedOn();
            return PlanLearning.completeActivity(plan, activity, on, learned, today);
        }));
    }

    @PostMapping("/goals/{goal}/evidence")
    ResponseEntity<GoalView.EvidenceView> show(
            @PathVariable String pop,
            @PathVariable String goal,
            @Valid @RequestBody NewEvidence evidence,
            Caller caller,
            MessageContext cause) {
        String id = CommandIdGenerator.newId(cause);
        Evidence shown = evidence.evidence(id);
        Versioned<Pop> after =
                plans.change(caller, pop, cause, (plan, today) -> PlanLearning.addEvidence(plan, goal, shown));
        return shown(after, id);
    }

    /** The manager has seen what this evidence shows. */
    @PostMapping("/evidence/{evidence}/validation")
    ResponseEntity<GoalView.EvidenceView> validate(
            @PathVariable String pop, @PathVariable String evidence, Caller caller, MessageContext cause) {
        return shown(plans.validate(caller, pop, cause, evidence), evidence);
    }

    private ResponseEntity<GoalView.EvidenceView> shown(Versioned<Pop> plan, String evidence) {
        Evidence kept = plan.state().goals().stream()
                .flatMap(one -> one.evidence().stream())
                .filter(one -> one.id().equals(evidence))
                .findFirst()
                .orElseThrow();
        return ETags.ok(views.withWords(kept), plan);
    }

    private ResponseEntity<GoalView.ActivityView> shown(String id, Versioned<Pop> plan) {
        Activity activity = plan.state().goals().stream()
                .map(Goal::activities)
                .flatMap(List::stream)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return ETags.ok(views.withWords(activity), plan);
    }
}
