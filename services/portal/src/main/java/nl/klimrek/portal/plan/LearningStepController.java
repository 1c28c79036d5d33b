package nl.klimrek.portal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Activities for a goal, and evidence of it. */
@PageController
class LearningStepController {
    private static final Set<String> FORMAL = Set.of("COURSE", "CERTIFICATE", "RECOGNITION_OF_PRIOR_LEARNING");
    private static final Set<String> ARRANGED = Set.of(
            "E_LEARNING", "MICRO_LEARNING", "COACHING", "MENTORING", "INTERNSHIP", "JOB_ROTATION", "CROSS_TRAINING");
    private static final List<String> DAYS = List.of("startsOn", "endsOn", "applyBy");
    private static final List<String> LEARNED = List.of("experience", "insight", "nextTry");
    private static final long MINUTES = 60;

    private final CommandSender commands;

    LearningStepController(CommandSender commands) {
        this.commands = commands;
    }

    @PostMapping("/plan/goals/{goal}/activities")
    String plan(@PathVariable String goal, FormPost post) {
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        GoalPageController.path(post, goal) + "/activities",
                        () -> activity(post))
                .done("plan.activity.planned")
                .back();
    }

    private static JsonNode activity(FormPost post) {
        Long hours = post.hundredths("hours");
        if (hours == null || hours == 0) {
            throw post.invalid("hours", "plan.activity.hours.wrong");
        }
        String mode = post.text("mode");
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("title", post.textOrNull("title"))
                .put("form", form(mode))
                .put("setting", post.text("setting").isEmpty() ? "INDIVIDUAL" : post.text("setting"))
                .put("mode", mode)
                .put("effortMinutes", (int) Math.max(1, hours * MINUTES / 100));
        Long cost = post.hundredths("cost");
        if (cost != null) {
            body.put("costCents", cost);
        }
        day(body, post, "startsOn");
        day(body, post, "endsOn");
        day(body, post, "applyBy");
        return body;
    }

    @PostMapping("/plan/goals/{goal}/activities/{activity}/completion")
    String complete(@PathVariable String activity, FormPost post) {
        String path = activity(post, activity) + "/completion";
        return commands.post(post, Upstream.POP_FORMS, path, () -> {
                    ObjectNode body = JsonNodeFactory.instance
                            .objectNode()
                            .put("experience", post.textOrNull("experience"))
                            .put("insight", post.textOrNull("insight"))
                            .put("nextTry", post.textOrNull("nextTry"));
                    day(body, post, "completedOn");
                    return body;
                })
                .done("plan.activity.completed")
                .back();
    }

    /** Replaces what an activity says; of a learning moment, completes what it tells. */
    @PostMapping("/plan/activities/{activity}/change")
    String change(@PathVariable String activity, FormPost post) {
        return commands.put(post, Upstream.POP_FORMS, activity(post, activity), () -> {
                    String mode = post.text("mode");
                    ObjectNode body = JsonNodeFactory.instance
                            .objectNode()
                            .put("title", post.textOrNull("title"))
                            .put("form", mode.equals(post.text("was")) ? post.text("form") : form(mode))
                            .put("setting", post.text("setting").isEmpty() ? "INDIVIDUAL" : post.text("setting"))
                            .put("mode", mode)
                            .put("effortMinutes", post.number("minutes"));
                    Long cost = post.hundredths("cost");
                    if (cost != null) {
                        body.put("costCents", cost);
                    }
                    DAYS.forEach(field -> day(body, post, field));
                    LEARNED.stream()
                            .filter(field -> post.textOrNull(field) != null)
                            .forEach(field -> body.put(field, post.text(field)));
                    return body;
                })
                .done("plan.activity.changed")
                .back();
    }

    @PostMapping("/plan/activities/{activity}/drop")
    String drop(@PathVariable String activity, FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, activity(post, activity) + "/drop")
                .done("plan.activity.dropped")
                .back();
    }

    @PostMapping("/plan/activities/{activity}/application")
    String apply(@PathVariable String activity, FormPost post) {
        boolean used = "yes".equals(post.text("used"));
        return commands.post(
                        post,
                        Upstream.POP_FORMS,
                        activity(post, activity) + "/application",
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("used", used)
                                .put("note", post.textOrNull("note")))
                .done(used ? "plan.activity.used.thanks" : "plan.activity.unused.thanks")
                .back();
    }

    private static String activity(FormPost post, String activity) {
        return PlanClient.of(post) + "/activities/" + (PlanClient.isId(activity) ? activity : "none");
    }

    private static String form(String mode) {
        return FORMAL.contains(mode) ? "FORMAL" : ARRANGED.contains(mode) ? "NON_FORMAL" : "INFORMAL";
    }

    @PostMapping("/plan/goals/{goal}/evidence")
    String show(@PathVariable String goal, FormPost post) {
        return commands.post(post, Upstream.POP_FORMS, GoalPageController.path(post, goal) + "/evidence", () -> {
                    ObjectNode body = JsonNodeFactory.instance
                            .objectNode()
                            .put("kind", post.text("kind"))
                            .put("validation", post.text("validation"))
                            .put("text", post.text("text"))
                            .put("link", post.textOrNull("link"));
                    day(body, post, "expiresOn");
                    return body;
                })
                .done("plan.evidence.added")
                .back();
    }

    private static void day(ObjectNode body, FormPost post, String field) {
        LocalDate day = post.day(field);
        if (day != null) {
            body.put(field, day.toString());
        }
    }
}
