package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A career conversation outside the line, of which the manager sees that time is needed and nothing else. */
final class Exploring {

    private static final List<String> ALL_THE_MANAGER_SEES = List.of("employee", "from", "until");
    private final Stage stage;
    private final Person employee;
    private final Person anna;
    private String conversation;

    Exploring(Stage stage, Person employee, Person anna) {
        this.stage = stage;
        this.employee = employee;
        this.anna = anna;
    }

    void play() {
        Story story = stage.story();
        story.chapter("A career conversation outside the line");
        story.step(employee.name() + " asks Anna, a colleague, without asking anybody's leave", this::asked);
        story.look("Bram looks for it everywhere", this::hidden);
    }

    private void asked(Step step) {
        conversation = employee.does("/api/conversations", Map.of("type", "CAREER", "counterpart", anna.id()))
                .text("id");
        String path = "/api/conversations/" + conversation;
        Map<String, String> slot = Slots.nextWorkingDay(stage.today().plusDays(3), 11);
        employee.does(path + "/invitation", slot);
        Answer accepted = anna.does(path + "/acceptance", slot);
        employee.does(
                path + "/notes",
                Map.of(
                        "text",
                        stage.typed("Misschien past lesgeven op de zorgopleiding beter bij me."),
                        "shared",
                        false));
        Missing.unless(anna.get(path + "/notes").get("items").isEmpty(), "Anna sees that there is a private note.");
        step.proof(
                "conversation %s, %s; a private note beside it is for nobody else, not even Anna",
                conversation, accepted.text("status"));
    }

    private void hidden(Step step) {
        JsonNode needed = Patience.until("Bram sees that time is needed", this::timeNeeded);
        needed.fieldNames()
                .forEachRemaining(field -> Missing.unless(
                        ALL_THE_MANAGER_SEES.contains(field), "Of a career conversation Bram sees the %s.", field));
        String path = "/api/conversations/" + conversation;
        for (String closed : List.of(path, path + "/agenda", path + "/preparation", path + "/notes")) {
            stage.bram().read(closed).refused("forbidden");
        }
        for (String list : List.of("/api/conversations?limit=200", "/api/conversations/agreements/open?limit=200")) {
            Missing.unless(
                    !stage.bram().get(list).toString().contains(conversation),
                    "The conversation is in Bram's %s.",
                    list);
        }
        Answer timeline = stage.bram().read("/api/journal/timeline?subject=" + conversation);
        Missing.unless(
                !timeline.ok() || timeline.body().path("items").isEmpty(), "Bram reads the conversation's timeline.");
        step.proof(
                "time needed between %s and %s, and not with whom, what for or which; everything else is closed",
                needed.get("from").asText(), needed.get("until").asText());
    }

    private Optional<JsonNode> timeNeeded() {
        JsonNode items =
                stage.bram().get("/api/conversations/time-needed?limit=200").get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(one -> employee.id().equals(one.path("employee").asText()))
                .findFirst();
    }
}
