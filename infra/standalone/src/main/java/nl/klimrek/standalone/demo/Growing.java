package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The living development plan that follows from the conversation. */
final class Growing {

    private static final int MONTHS_AHEAD = 5;

    private final Stage stage;
    private final Person employee;
    private final String conversation;
    private final String path;
    private String goal;
    private String activity;

    Growing(Stage stage, Person employee, String conversation) {
        this.stage = stage;
        this.employee = employee;
        this.conversation = conversation;
        this.path = "/api/pop-forms/pop-" + employee.id();
    }

    void play() {
        Story story = stage.story();
        story.chapter("A development plan (POP)");
        story.step(employee.name() + " starts a POP with a portrait", this::started);
        story.step("A goal from the conversation, an activity, and a goal that stays private", this::aimed);
        story.step("Both agree on the plan", this::agreed);
    }

    /** Id of the goal that was set. */
    String goal() {
        return goal;
    }

    /** Id of the activity planned for it. */
    String activity() {
        return activity;
    }

    private void started(Step step) {
        String read = employee.does("/api/pop-forms").etag();
        Map<String, String> portrait = Map.of(
                "motives", stage.typed("Mensen rust geven als het spannend wordt."),
                "qualities", stage.typed("Geduldig uitleggen, nauwkeurig verbinden."));
        employee.changes(path + "/portrait", portrait, read).required();
        employee.changes(path + "/portrait", Map.of("motives", "Achterhaald"), read)
                .refused("version-stale");
        step.proof("version %s; who writes over a version that has changed since is refused", version(employee));
    }

    private void aimed(Step step) {
        Answer set = employee.does(
                path + "/goals",
                Map.of(
                        "title",
                        stage.typed("Palliatieve consulten zelfstandig voorbereiden"),
                        "why",
                        stage.typed("Families vertrouwen op dezelfde verpleegkundige"),
                        "howMeasured",
                        stage.typed("Drie voorbereide consulten, nabesproken met de specialist"),
                        "targetDate",
                        stage.today().plusMonths(MONTHS_AHEAD).toString(),
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
        employee.does(path + "/goals/" + goal + "/start");
        activity = employee.does(
                        path + "/goals/" + goal + "/activities",
                        Map.of(
                                "title",
                                stage.typed("Meelopen met het consultatieteam, met een korte scholing vooraf"),
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
        employee.does(
                path + "/goals",
                Map.of(
                        "title",
                        stage.typed("Ooit een eigen praktijkje beginnen"),
                        "keptPrivate",
                        true,
                        "targetDate",
                        stage.today().plusYears(3).toString(),
                        "horizon",
                        "LONG",
                        "purpose",
                        "ANTICIPATE",
                        "direction",
                        "OUT"));
        step.proof("goal %s of conversation %s; version %s", goal, conversation, version(employee));
    }

    private void agreed(Step step) {
        employee.does(path + "/confirmation", Map.of("version", version(employee)));
        JsonNode seen = stage.bram().get(path);
        Missing.unless(
                seen.get("goals").size() == 1
                        && seen.get("privateGoals").asInt() == 1
                        && !seen.toString().contains("praktijkje"),
                "Bram sees %d goals; one is private.",
                seen.get("goals").size());
        Answer agreed = stage.bram().does(path + "/confirmation", Map.of("version", version(stage.bram())));
        Missing.unless("AGREED".equals(agreed.text("state")), "The plan is %s.", agreed.text("state"));
        step.proof(
                "version %s AGREED by two; Bram saw one goal, and of the private one only that it is there",
                agreed.text("version"));
    }

    private int version(Person reader) {
        return reader.get(path).get("agreement").get("version").asInt();
    }
}
