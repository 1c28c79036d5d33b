package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoStep;

/** Chapter: HR starts a cycle, which is planned for everyone with a manager. */
final class CycleChapter {

    private static final int HALF_A_YEAR = 182;

    private final DemoContext context;
    private final DemoUser employee;
    private String cycle = "";
    private String conversation = "";

    CycleChapter(DemoContext context, DemoUser employee) {
        this.context = context;
        this.employee = employee;
    }

    /** Plays the chapter and returns the id of the employee's conversation. */
    String play() {
        context.script().chapter("A rhythm");
        context.script().step("HR starts a cycle: a development conversation twice a year", this::starts);
        context.script().step("HR has it planned", this::plans);
        return conversation;
    }

    private void starts(DemoStep step) {
        ApiResponse started = context.hr()
                .post(
                        "/api/cycles",
                        Map.of(
                                "rhythm",
                                List.of(Map.of("type", "DEVELOPMENT", "everyDays", HALF_A_YEAR)),
                                "leadDays",
                                14,
                                "slotMinutes",
                                60,
                                "startsOn",
                                context.today()));
        cycle = started.text("id");
        step.proof("cycle %s, every %d days from %s", cycle, HALF_A_YEAR, context.today());
    }

    private void plans(DemoStep step) {
        int employed = context.hr().get("/api/people/summary").get("employed").asInt();
        String plan = "/api/cycles/" + cycle + "/plan";
        Eventually.until(
                "conversations know all " + employed + " employees",
                () -> Optional.of(context.hr().post(plan + "?dryRun=true").body())
                        .filter(dry -> dry.get("people").asInt() >= employed));
        context.hr().post(plan);
        JsonNode run = Eventually.until(
                "the cycle is planned",
                () -> Optional.of(context.hr().get("/api/cycles/" + cycle).get("planning"))
                        .filter(found -> found.get("done").asBoolean()));
        int planned = run.get("planned").asInt();
        List<String> without = StreamSupport.stream(run.get("withoutManager").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        int skipped = StreamSupport.stream(run.get("skipped").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum();
        DemoFailure.unless(
                planned + without.size() + skipped == run.get("people").asInt(),
                "The planning does not add up: %s",
                run);
        step.proof(
                "%d conversations planned for %d people; without a manager, so without a conversation: %s",
                planned,
                run.get("people").asInt(),
                without.stream().map(this::nameOf).collect(Collectors.joining(", ")));
        int again = context.hr().post(plan).body().get("planned").asInt();
        DemoFailure.unless(again == 0, "Planning again planned %d conversations twice.", again);
        step.proof("planned again: nothing is doubled");
        conversation = Eventually.until(employee.name() + " has a conversation to come", this::onTheAgenda);
    }

    private Optional<String> onTheAgenda() {
        JsonNode first = employee.get("/api/conversations").get("items").get(0);
        return Optional.ofNullable(first).map(entry -> entry.get("conversation").asText());
    }

    private String nameOf(String person) {
        JsonNode known = context.hr().get("/api/people/" + person);
        return known.path("givenName").asText() + " " + known.path("familyName").asText();
    }
}
