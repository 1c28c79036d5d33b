package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoScript;
import nl.klimrek.standalone.demo.script.DemoStep;

/** Chapter: a development plan (POP) that follows from the conversation. */
final class DevelopmentPlanChapter {

    private static final int MONTHS_AHEAD = 5;

    private final DemoContext context;
    private final DemoUser employee;
    private final String conversation;
    private final String path;
    private String goal = "";
    private String activity = "";

    DevelopmentPlanChapter(DemoContext context, DemoUser employee, String conversation) {
        this.context = context;
        this.employee = employee;
        this.conversation = conversation;
        this.path = "/api/pop-forms/pop-" + employee.id();
    }

    void play() {
        DemoScript script = context.script();
        script.chapter("A development plan (POP)");
        script.step(employee.name() + " starts a POP with a portrait", this::started);
        script.step("A goal from the conversation, an activity, and a goal that stays private", this::aimed);
        script.step("Both agree on the plan", this::agreed);
        script.step("The plan changes; both see what differs from what they agreed, and agree again", this::compared);
    }

    /** Id of the goal. */
    String goal() {
        return goal;
    }

    /** Id of the activity planned for the goal. */
    String activity() {
        return activity;
    }

    private void started(DemoStep step) {
        String read = Objects.requireNonNull(employee.post("/api/pop-forms").etag());
        Map<String, String> portrait = Map.of(
                "motives", context.typed("Mensen rust geven als het spannend wordt."),
                "qualities", context.typed("Geduldig uitleggen, nauwkeurig verbinden."));
        employee.put(path + "/portrait", portrait, read).required();
        employee.put(path + "/portrait", Map.of("motives", "Achterhaald"), read).refused("version-stale");
        step.proof("version %s; who writes over a version that has changed since is refused", version(employee));
    }

    private void aimed(DemoStep step) {
        ApiResponse set = employee.post(
                path + "/goals",
                Map.of(
                        "title",
                        context.typed("Palliatieve consulten zelfstandig voorbereiden"),
                        "why",
                        context.typed("Families vertrouwen op dezelfde verpleegkundige"),
                        "howMeasured",
                        context.typed("Drie voorbereide consulten, nabesproken met de specialist"),
                        "targetDate",
                        context.today().plusMonths(MONTHS_AHEAD).toString(),
                        "horizon",
                        "SHORT",
                        "purpose",
                        "BROADEN",
                        "origin",
                        "JOINT",
                        "direction",
                        "SIDE",
                        "conversation",
                        conversation));
        goal = set.text("id");
        employee.post(path + "/goals/" + goal + "/start");
        activity = employee.post(
                        path + "/goals/" + goal + "/activities",
                        Map.of(
                                "title",
                                context.typed("Meelopen met het consultatieteam, met een korte scholing vooraf"),
                                "form",
                                "NON_FORMAL",
                                "setting",
                                "INDIVIDUAL",
                                "mode",
                                "SHADOWING",
                                "effortMinutes",
                                480,
                                "costCents",
                                12000))
                .text("id");
        employee.post(
                path + "/goals",
                Map.of(
                        "title",
                        context.typed("Ooit een eigen praktijkje beginnen"),
                        "keptPrivate",
                        true,
                        "targetDate",
                        context.today().plusYears(3).toString(),
                        "horizon",
                        "LONG",
                        "purpose",
                        "ANTICIPATE",
                        "direction",
                        "OUT"));
        step.proof("goal %s of conversation %s; version %s", goal, conversation, version(employee));
    }

    private void agreed(DemoStep step) {
        employee.post(path + "/confirmation", Map.of("version", version(employee)));
        JsonNode seen = context.bram().get(path);
        DemoFailure.unless(
                seen.get("goals").size() == 1
                        && seen.get("privateGoals").asInt() == 1
                        && !seen.toString().contains("praktijkje"),
                "Bram sees %d goals; one is private.",
                seen.get("goals").size());
        ApiResponse agreed = context.bram().post(path + "/confirmation", Map.of("version", version(context.bram())));
        DemoFailure.unless("AGREED".equals(agreed.text("state")), "The plan is %s.", agreed.text("state"));
        step.proof(
                "version %s AGREED by two; Bram saw one goal, and of the private one only that it is there",
                agreed.text("version"));
    }

    private void compared(DemoStep step) {
        int former = version(employee);
        employee.post(
                path + "/goals/" + goal + "/activities",
                Map.of(
                        "title",
                        context.typed("Een avond meelezen in de intervisiegroep"),
                        "form",
                        "INFORMAL",
                        "setting",
                        "COLLECTIVE",
                        "mode",
                        "PEER_REVIEW",
                        "effortMinutes",
                        120));
        JsonNode changed = context.bram().get(path + "/versions/" + former + "/difference");
        JsonNode added = changed.at("/goals/0/activities/0");
        DemoFailure.unless(
                changed.get("goals").size() == 1
                        && "ADDED".equals(added.path("kind").asText()),
                "Bram sees another difference: %s.",
                changed);
        int now = version(employee);
        employee.post(path + "/confirmation", Map.of("version", now));
        context.bram().post(path + "/confirmation", Map.of("version", now));
        JsonNode versions = employee.get(path + "/versions").get("items");
        step.proof(
                "one activity more than in version %d; %d versions agreed, each readable as it was",
                former, versions.size());
    }

    private int version(DemoUser reader) {
        return reader.get(path).get("agreement").get("version").asInt();
    }
}
