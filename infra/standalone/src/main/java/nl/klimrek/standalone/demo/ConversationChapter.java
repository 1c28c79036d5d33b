package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;
import nl.klimrek.standalone.demo.script.PromptTracker;

/** Chapter: the conversation is held, reported, confirmed by both, and closed with agreements. */
final class ConversationChapter {

    /** Close enough that the reminder is sent at once. */
    private static final int DUE_IN_DAYS = 5;

    private static final int PROMISED_IN_DAYS = 21;

    private final DemoContext context;
    private final DemoUser employee;
    private final String path;
    private final PromptTracker prompts;
    private String agreement = "";
    private String promised = "";

    ConversationChapter(DemoContext context, DemoUser employee, String conversation, PromptTracker prompts) {
        this.context = context;
        this.employee = employee;
        this.path = "/api/conversations/" + conversation;
        this.prompts = prompts;
    }

    void play() {
        DemoScript script = context.script();
        script.chapter("The conversation");
        script.step("They talk (the demo does not wait for the slot)", this::held);
        script.step("Bram writes the report", this::recorded);
        script.step("Both confirm it", this::confirmed);
        script.step("They agree on something, each with a part in it", this::agreed);
        script.step("The conversation is closed", this::closed);
    }

    /** Id of the employee's agreement. */
    String agreement() {
        return agreement;
    }

    /** Id of Bram's agreement. */
    String promised() {
        return promised;
    }

    private void held(DemoStep step) {
        List<String> discussed = new ArrayList<>();
        employee.get(path)
                .get("questions")
                .forEach(question -> discussed.add(question.get("id").asText()));
        context.bram().post(path + "/holding", Map.of("questions", discussed));
        JsonNode holding = employee.get(path).get("holding");
        step.proof(
                "%d questions discussed: approach %s, horizon %s, perspective %s",
                discussed.size(),
                holding.path("approach").asText("open"),
                holding.path("horizon").asText("open"),
                holding.path("perspective").asText("open"));
    }

    private void recorded(DemoStep step) {
        Map<String, String> text = Map.of(
                "text",
                context.typed(
                        "We spraken over palliatieve zorg, de avondroutes en hoe een leerwerkplek bij het ziekenhuis eruit kan zien."));
        ApiResponse written = context.bram().post(path + "/report", text);
        employee.tryPost(path + "/report", text).refused("step-not-possible");
        step.proof("version %s; nobody can overwrite it", written.text("reportVersion"));
    }

    private void confirmed(DemoStep step) {
        employee.post(path + "/confirmation", Map.of("version", 1));
        ApiResponse both = context.bram().post(path + "/confirmation", Map.of("version", 1));
        DemoFailure.unless(
                "CONFIRMED".equals(both.text("status")), "Both confirmed, but it is %s.", both.text("status"));
        ApiResponse refused =
                context.bram().tryPost(path + "/closing", Map.of()).refused("agreement-needed");
        step.proof(
                "status CONFIRMED; the prompt to confirm is %s",
                prompts.settled(PromptAction.CONFIRM_REPORT, employee));
        step.proof("closing without an agreement is refused: \"%s\"", refused.text("title"));
    }

    private void agreed(DemoStep step) {
        ApiResponse made = context.bram()
                .post(
                        path + "/agreements",
                        Map.of(
                                "owner",
                                "EMPLOYEE",
                                "dueDate",
                                context.today().plusDays(DUE_IN_DAYS).toString(),
                                "text",
                                context.typed(
                                        "Voor vrijdag belt ze de leercoach van het ziekenhuis over een meeloopdag.")));
        agreement = made.text("id");
        ApiResponse promise = context.bram()
                .post(
                        path + "/agreements",
                        Map.of(
                                "owner",
                                "MANAGER",
                                "dueDate",
                                context.today().plusDays(PROMISED_IN_DAYS).toString(),
                                "text",
                                context.typed("Bram maakt roosterruimte vrij voor twee meeloopdagen.")));
        promised = promise.text("id");
        step.proof("agreement %s, due %s, owner %s", agreement, made.text("dueDate"), made.text("owner"));
        step.proof("agreement %s, due %s, owner %s", promised, promise.text("dueDate"), promise.text("owner"));
    }

    private void closed(DemoStep step) {
        ApiResponse closed = context.bram().post(path + "/closing");
        DemoFailure.unless("CLOSED".equals(closed.text("status")), "It is %s.", closed.text("status"));
        JsonNode open = employee.get("/api/conversations/agreements/open").get("items");
        DemoFailure.unless(open.toString().contains(agreement), "The agreement is not on the list of what is open.");
        step.proof("status CLOSED; the agreement stays on the next agenda until it is kept");
    }
}
