package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;
import nl.klimrek.standalone.demo.script.PromptTracker;

/** Chapter: the goal is achieved, the agreement is kept, and its prompt disappears. */
final class FollowUpChapter {

    private final DemoContext context;
    private final DemoUser employee;
    private final PromptTracker prompts;

    FollowUpChapter(DemoContext context, DemoUser employee, PromptTracker prompts) {
        this.context = context;
        this.employee = employee;
        this.prompts = prompts;
    }

    void play(String conversation, String agreement, DevelopmentPlanChapter plan) {
        DemoScript script = context.script();
        script.chapter("Follow-up");
        script.step(employee.name() + " did it, shows it and looks back", step -> learns(plan, step));
        script.step(
                employee.name() + " is reminded of the agreement and keeps it",
                step -> keeps(conversation, agreement, step));
    }

    private void learns(DevelopmentPlanChapter plan, DemoStep step) {
        String path = "/api/pop-forms/pop-" + employee.id();
        String goal = path + "/goals/" + plan.goal();
        employee.post(
                path + "/activities/" + plan.activity() + "/completion",
                Map.of("insight", context.typed("Stilte verdragen helpt families meer dan antwoorden geven.")));
        employee.post(
                goal + "/evidence",
                Map.of(
                        "kind",
                        "OBSERVATION",
                        "validation",
                        "COLLEAGUE",
                        "text",
                        context.typed("Het consultatieteam zag een zorgvuldige voorbereiding.")));
        employee.post(goal + "/evaluation", Map.of("text", context.typed("Nabespreken vooraf inplannen werkt beter.")));
        ApiResponse achieved = employee.post(goal + "/achievement");
        step.proof(
                "goal %s, with %d activity and %d evidence",
                achieved.text("state"),
                achieved.body().get("activities").size(),
                achieved.body().get("evidence").size());
    }

    private void keeps(String conversation, String agreement, DemoStep step) {
        JsonNode prompt =
                Eventually.until("the agreement is in " + employee.name() + "'s inbox", () -> inbox(agreement));
        step.proof("inbox: \"%s\"", prompt.get("step").asText());
        employee.post("/api/conversations/" + conversation + "/agreements/" + agreement + "/keeping");
        Eventually.until(
                "the prompt is gone", () -> inbox(agreement).isPresent() ? Optional.empty() : Optional.of(true));
        step.proof("agreement kept; its prompt is %s", prompts.settled(PromptAction.AGREEMENT_DUE, employee));
        step.proof("prompts to these two: %s", prompts.counted(employee, context.bram()));
    }

    private Optional<JsonNode> inbox(String about) {
        for (JsonNode prompt : employee.get("/api/reminders?limit=200").get("items")) {
            if (about.equals(prompt.get("about").asText())) {
                return Optional.of(prompt);
            }
        }
        return Optional.empty();
    }
}
