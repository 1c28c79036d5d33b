package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.reminders.PromptAction;

/** The conversation itself: held, written down, confirmed by both, agreed upon, closed. */
final class Talking {

    /** So soon that the one who made the agreement is reminded of it at once. */
    private static final int DUE_IN_DAYS = 5;

    private static final int PROMISED_IN_DAYS = 21;

    private final Stage stage;
    private final Person employee;
    private final String path;
    private final Prompts prompts;
    private String agreement;
    private String promised;

    Talking(Stage stage, Person employee, String conversation, Prompts prompts) {
        this.stage = stage;
        this.employee = employee;
        this.path = "/api/conversations/" + conversation;
        this.prompts = prompts;
    }

    void play() {
        Story story = stage.story();
        story.chapter("The conversation");
        story.step("They talk (the demo does not wait for the slot)", this::held);
        story.step("Bram writes the report", this::recorded);
        story.step("Both confirm it", this::confirmed);
        story.step("They agree on something, each with a part in it", this::agreed);
        story.step("The conversation is closed", this::closed);
    }

    /** Id of the agreement that the employee has to keep. */
    String agreement() {
        return agreement;
    }

    /** Id of the agreement that Bram has to keep. */
    String promised() {
        return promised;
    }

    private void held(Step step) {
        List<String> discussed = new ArrayList<>();
        employee.get(path)
                .get("questions")
                .forEach(question -> discussed.add(question.get("id").asText()));
        stage.bram().does(path + "/holding", Map.of("questions", discussed));
        JsonNode holding = employee.get(path).get("holding");
        step.proof(
                "%d questions discussed: approach %s, horizon %s, perspective %s",
                discussed.size(),
                holding.path("approach").asText("open"),
                holding.path("horizon").asText("open"),
                holding.path("perspective").asText("open"));
    }

    private void recorded(Step step) {
        Map<String, String> text = Map.of(
                "text",
                stage.typed(
                        "We spraken over palliatieve zorg, de avondroutes en hoe een leerwerkplek bij het ziekenhuis eruit kan zien."));
        Answer written = stage.bram().does(path + "/report", text);
        employee.tries(path + "/report", text).refused("step-not-possible");
        step.proof("version %s; nobody can overwrite it", written.text("reportVersion"));
    }

    private void confirmed(Step step) {
        employee.does(path + "/confirmation", Map.of("version", 1));
        Answer both = stage.bram().does(path + "/confirmation", Map.of("version", 1));
        Missing.unless("CONFIRMED".equals(both.text("status")), "Both confirmed, but it is %s.", both.text("status"));
        Answer refused = stage.bram().tries(path + "/closing", Map.of()).refused("agreement-needed");
        step.proof(
                "status CONFIRMED; the prompt to confirm is %s",
                prompts.settled(PromptAction.CONFIRM_REPORT, employee));
        step.proof("closing without an agreement is refused: \"%s\"", refused.text("title"));
    }

    private void agreed(Step step) {
        Answer made = stage.bram()
                .does(
                        path + "/agreements",
                        Map.of(
                                "owner",
                                "EMPLOYEE",
                                "dueDate",
                                stage.today().plusDays(DUE_IN_DAYS).toString(),
                                "text",
                                stage.typed(
                                        "Voor vrijdag belt ze de leercoach van het ziekenhuis over een meeloopdag.")));
        agreement = made.text("id");
        Answer promise = stage.bram()
                .does(
                        path + "/agreements",
                        Map.of(
                                "owner",
                                "MANAGER",
                                "dueDate",
                                stage.today().plusDays(PROMISED_IN_DAYS).toString(),
                                "text",
                                stage.typed("Bram maakt roosterruimte vrij voor twee meeloopdagen.")));
        promised = promise.text("id");
        step.proof("agreement %s, due %s, owner %s", agreement, made.text("dueDate"), made.text("owner"));
        step.proof("agreement %s, due %s, owner %s", promised, promise.text("dueDate"), promise.text("owner"));
    }

    private void closed(Step step) {
        Answer closed = stage.bram().does(path + "/closing");
        Missing.unless("CLOSED".equals(closed.text("status")), "It is %s.", closed.text("status"));
        JsonNode open = employee.get("/api/conversations/agreements/open").get("items");
        Missing.unless(open.toString().contains(agreement), "The agreement is not on the list of what is open.");
        step.proof("status CLOSED; the agreement stays on the next agenda until it is kept");
    }
}
