package nl.klimrek.standalone.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;
import nl.klimrek.standalone.demo.script.SlotProposal;

/**
 * Chapter: a career conversation with a coach, whom HR appointed and the employee chose. The manager sees only that time is
 * needed. When the appointment ends, so does the coach's access.
 */
final class CareerConversationChapter {

    private static final String COACHES = "/api/conversations/coaches";
    private static final List<String> ALL_THE_MANAGER_SEES = List.of("employee", "from", "until");
    private final DemoContext context;
    private final DemoUser employee;
    private final DemoUser anna;
    private String conversation = "";

    CareerConversationChapter(DemoContext context, DemoUser employee, DemoUser anna) {
        this.context = context;
        this.employee = employee;
        this.anna = anna;
    }

    void play() {
        DemoScript script = context.script();
        script.chapter("A career conversation with a coach");
        script.step("HR appoints Anna as a career coach", this::appointed);
        script.step(employee.name() + " chooses Anna from the coaches, without asking anybody's leave", this::asked);
        script.look("Bram looks for it everywhere", this::hidden);
        script.step("HR ends the appointment", this::ended);
    }

    private void appointed(DemoStep step) {
        context.hr().post(COACHES, Map.of("person", anna.id(), "kind", "CAREER_COACH"));
        String own = COACHES + "/" + anna.id();
        ApiResponse described = anna.tryGet(own).required();
        // The last change is always one, also when an earlier run was stopped while Anna was a coach.
        for (List<String> skills : List.of(List.<String>of(), List.of("STRENGTHS", "NEXT_STEP"))) {
            Map<String, List<String>> profile =
                    Map.of("skills", skills, "languages", List.of("nl"), "workingDays", List.of());
            described = anna.put(own + "/profile", profile, requireNonNull(described.etag()))
                    .required();
        }
        JsonNode found = employee.get(COACHES + "?skill=NEXT_STEP&language=nl").get("items");
        DemoFailure.unless(!found.isEmpty(), "Nobody finds Anna among the coaches.");
        step.proof("Anna says what she helps with; %s finds her by skill and language", employee.name());
    }

    private void asked(DemoStep step) {
        conversation = employee.post(
                        "/api/conversations", Map.of("type", "CAREER", "counterpart", anna.id(), "coach", true))
                .text("id");
        String path = "/api/conversations/" + conversation;
        Map<String, String> slot =
                SlotProposal.firstFree(employee, anna, path, context.today().plusDays(3), 11);
        employee.post(path + "/invitation", slot);
        ApiResponse accepted = anna.post(path + "/acceptance", slot);
        employee.post(
                path + "/notes",
                Map.of(
                        "text",
                        context.typed("Misschien past lesgeven op de zorgopleiding beter bij me."),
                        "shared",
                        false));
        DemoFailure.unless(anna.get(path + "/notes").get("items").isEmpty(), "Anna sees that there is a private note.");
        step.proof(
                "conversation %s, %s; a private note beside it is for nobody else, not even Anna",
                conversation, accepted.text("status"));
    }

    private void hidden(DemoStep step) {
        JsonNode needed = Eventually.until("Bram sees that time is needed", this::timeNeeded);
        needed.fieldNames()
                .forEachRemaining(field -> DemoFailure.unless(
                        ALL_THE_MANAGER_SEES.contains(field), "Of a career conversation Bram sees the %s.", field));
        String path = "/api/conversations/" + conversation;
        for (String closed : List.of(path, path + "/agenda", path + "/preparation", path + "/notes")) {
            context.bram().tryGet(closed).refused("forbidden");
        }
        for (String list : List.of("/api/conversations?limit=200", "/api/conversations/agreements/open?limit=200")) {
            DemoFailure.unless(
                    !context.bram().get(list).toString().contains(conversation),
                    "The conversation is in Bram's %s.",
                    list);
        }
        ApiResponse timeline = context.bram().tryGet("/api/journal/timeline?subject=" + conversation);
        DemoFailure.unless(
                !timeline.ok() || timeline.body().path("items").isEmpty(), "Bram reads the conversation's timeline.");
        step.proof(
                "time needed between %s and %s, and not with whom, what for or which; everything else is closed",
                needed.get("from").asText(), needed.get("until").asText());
    }

    private void ended(DemoStep step) {
        context.hr().post(COACHES + "/" + anna.id() + "/ending", Map.of());
        String path = "/api/conversations/" + conversation;
        anna.tryGet(path).refused("forbidden");
        String reason = Eventually.until(
                "the conversation with a former coach is cancelled",
                () -> Optional.ofNullable(employee.get(path).get("cancelled")).map(JsonNode::asText));
        step.proof(
                "Anna reads nothing of it any more; %s reads why it was cancelled (%s) and can choose another coach",
                employee.name(), reason);
    }

    private Optional<JsonNode> timeNeeded() {
        JsonNode items =
                context.bram().get("/api/conversations/time-needed?limit=200").get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> employee.id().equals(one.path("employee").asText()))
                .findFirst();
    }
}
