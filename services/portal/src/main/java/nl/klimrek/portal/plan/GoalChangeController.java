package nl.klimrek.portal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.plan.PlanResponses.Goal;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes a goal later, its milestones, and the rhythm of the plan. */
@PageController
class GoalChangeController {

    private final PlanClient plans;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    GoalChangeController(
            PlanClient plans, ServiceClient services, CommandSender commands, ReaderFactory readers, Clock clock) {
        this.plans = plans;
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    /** Words, date, direction and privacy; what the form does not show stays as it is. */
    @PostMapping("/plan/goals/{goal}/change")
    String change(@PathVariable String goal, FormPost post) {
        return commands.send(post, () -> {
                    LocalDate by = GoalPageController.day(post, "targetDate");
                    Section<Goal> known = plans.mine(post.viewer())
                            .map(plan -> plan.goals().stream()
                                    .filter(one -> one.id().equals(goal))
                                    .findFirst()
                                    .orElseThrow());
                    return known.isOk()
                            ? services.put(
                                    post.viewer(),
                                    Upstream.POP_FORMS,
                                    GoalPageController.path(post, goal),
                                    body(post, known.value(), by),
                                    new CommandHeaders(post.key(), post.etag()),
                                    JsonNode.class)
                            : known.map(none -> JsonNodeFactory.instance.nullNode());
                })
                .done("plan.goal.changed")
                .back();
    }

    private JsonNode body(FormPost post, Goal known, LocalDate by) {
        LocalDate today = readers.of(post.viewer()).today(clock.instant());
        ObjectNode body = GoalPageController.words(post, by)
                .put("horizon", by.isBefore(today.plusMonths(GoalPageController.SHORT_MONTHS)) ? "SHORT" : "LONG")
                .put("purpose", GoalPageController.one(post, "purpose", known.purpose()))
                .put("direction", GoalPageController.one(post, "direction", known.direction()))
                .put("keptPrivate", post.isChecked("keptPrivate"));
        if (known.conversation() != null) {
            body.put("conversation", known.conversation());
        }
        ArrayNode skills = body.putArray("skills");
        known.skills()
                .forEach(skill -> skills.addObject()
                        .put("scheme", skill.scheme())
                        .put("code", skill.code())
                        .put("version", skill.version())
                        .put("label", skill.label()));
        return body;
    }

    @PostMapping("/plan/goals/{goal}/milestones")
    String setMilestone(@PathVariable String goal, FormPost post) {
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        GoalPageController.path(post, goal) + "/milestones",
                        () -> JsonNodeFactory.instance.objectNode().put("text", post.text("text")))
                .done("plan.milestone.set")
                .back();
    }

    @PostMapping("/plan/milestones/{milestone}/achievement")
    String reach(@PathVariable String milestone, FormPost post) {
        String path = PlanClient.of(post) + "/milestones/" + (PlanClient.isId(milestone) ? milestone : "none");
        return commands.post(post, Upstream.POP_FORMS, path + "/achievement")
                .done("plan.milestone.celebrated")
                .back();
    }

    @PostMapping("/plan/rhythm")
    String keepRhythm(FormPost post) {
        return commands.put(
                        post,
                        Upstream.POP_FORMS,
                        PlanClient.of(post) + "/rhythm",
                        () -> JsonNodeFactory.instance.objectNode().put("weeks", post.number("weeks")))
                .done("plan.rhythm.done", post.text("weeks"))
                .back();
    }
}
