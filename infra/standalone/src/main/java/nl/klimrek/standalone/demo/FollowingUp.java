package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.reminders.PromptAction;

/** What was meant to happen does: learned, shown, kept; and nobody is asked for what is done. */
final class FollowingUp {

    private final Stage stage;
    private final Person employee;
    private final Prompts prompts;

    FollowingUp(Stage stage, Person employee, Prompts prompts) {
        this.stage = stage;
        this.employee = employee;
        this.prompts = prompts;
    }

    void play(String conversation, String agreement, Growing plan) {
        Story story = stage.story();
        story.chapter("Follow-up");
        story.step(employee.name() + " did it, shows it and looks back", step -> learns(plan, step));
        story.step(
                employee.name() + " is reminded of the agreement and keeps it",
                step -> keeps(conversation, agreement, step));
    }

    private void learns(Growing plan, Step step) {
        String path = "/api/pop-forms/pop-" + employee.id();
        String goal = path + "/goals/" + plan.goal();
        employee.does(
                path + "/activities/" + plan.activity() + "/completion",
                Map.of("insight", stage.typed("Stilte verdragen helpt families meer dan antwoorden geven.")));
        employee.does(
                goal + "/evidence",
                Map.of(
                        "kind",
                        "OBSERVATION",
                        "validation",
                        "COLLEAGUE",
                        "text",
                        stage.typed("Het consultatieteam zag een zorgvuldige voorbereiding.")));
        employee.does(goal + "/evaluation", Map.of("text", stage.typed("Nabespreken vooraf inplannen werkt beter.")));
        Answer achieved = employee.does(goal + "/achievement");
        step.proof(
                "goal %s, with %d activity and %d evidence",
                achieved.text("state"),
                achieved.body().get("activities").size(),
                achieved.body().get("evidence").size());
    }

    private void keeps(String conversation, String agreement, Step step) {
        JsonNode prompt = Patience.until("the agreement is in " + employee.name() + "'s inbox", () -> inbox(agreement));
        step.proof("inbox: \"%s\"", prompt.get("step").asText());
        employee.does("/api/conversations/" + conversation + "/agreements/" + agreement + "/keeping");
        Patience.until("the prompt is gone", () -> inbox(agreement).isPresent() ? Optional.empty() : Optional.of(true));
        step.proof("agreement kept; its prompt is %s", prompts.settled(PromptAction.AGREEMENT_DUE, employee));
        step.proof("prompts to these two: %s", prompts.counted(employee, stage.bram()));
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
