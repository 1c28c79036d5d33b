package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** HR sets a rhythm, and it is planned for everybody who has a manager. */
final class Planning {

    private static final int HALF_A_YEAR = 182;

    private final Stage stage;
    private final Person employee;
    private String cycle;
    private String conversation;

    Planning(Stage stage, Person employee) {
        this.stage = stage;
        this.employee = employee;
    }

    /** Id of the employee's conversation. */
    String play() {
        stage.story().chapter("A rhythm");
        stage.story().step("HR starts a cycle: a development conversation twice a year", this::starts);
        stage.story().step("HR has it planned", this::plans);
        return conversation;
    }

    private void starts(Step step) {
        Answer started = stage.hr()
                .does(
                        "/api/cycles",
                        Map.of(
                                "rhythm",
                                List.of(Map.of("type", "DEVELOPMENT", "everyDays", HALF_A_YEAR)),
                                "leadDays",
                                14,
                                "slotMinutes",
                                60,
                                "startsOn",
                                stage.today()));
        cycle = started.text("id");
        step.proof("cycle %s, every %d days from %s", cycle, HALF_A_YEAR, stage.today());
    }

    private void plans(Step step) {
        int employed = stage.hr().get("/api/people/summary").get("employed").asInt();
        String plan = "/api/cycles/" + cycle + "/plan";
        Patience.until(
                "conversations know all " + employed + " employees",
                () -> Optional.of(stage.hr().does(plan + "?dryRun=true").body())
                        .filter(dry -> dry.get("people").asInt() >= employed));
        stage.hr().does(plan);
        JsonNode run = Patience.until(
                "the cycle is planned",
                () -> Optional.of(stage.hr().get("/api/cycles/" + cycle).get("planning"))
                        .filter(found -> found.get("done").asBoolean()));
        int planned = run.get("planned").asInt();
        List<String> without = StreamSupport.stream(run.get("withoutManager").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        int skipped = StreamSupport.stream(run.get("skipped").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum();
        Missing.unless(
                planned + without.size() + skipped == run.get("people").asInt(),
                "The planning does not add up: %s",
                run);
        step.proof(
                "%d conversations planned for %d people; without a manager, so without a conversation: %s",
                planned,
                run.get("people").asInt(),
                without.stream().map(this::nameOf).collect(Collectors.joining(", ")));
        int again = stage.hr().does(plan).body().get("planned").asInt();
        Missing.unless(again == 0, "Planning again planned %d conversations twice.", again);
        step.proof("planned again: nothing is doubled");
        conversation = Patience.until(employee.name() + " has a conversation to come", this::onTheAgenda);
    }

    private Optional<String> onTheAgenda() {
        JsonNode first = employee.get("/api/conversations").get("items").get(0);
        return Optional.ofNullable(first).map(entry -> entry.get("conversation").asText());
    }

    private String nameOf(String person) {
        JsonNode known = stage.hr().get("/api/people/" + person);
        return known.path("givenName").asText() + " " + known.path("familyName").asText();
    }
}
