package nl.klimrek.popforms;

import static nl.klimrek.popforms.TeamFixture.POP;
import static nl.klimrek.popforms.TeamFixture.SECRET;
import static nl.klimrek.popforms.TeamFixture.activity;
import static nl.klimrek.popforms.TeamFixture.changedGoal;
import static nl.klimrek.popforms.TeamFixture.goal;
import static nl.klimrek.popforms.TeamFixture.onCurrent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes in a plan after it was written down. */
class GoalChangesIT {

    private final TeamFixture team = new TeamFixture();
    private final TestClient anna = team.anna();
    private final TestClient bram = team.bram();
    private String goal = "";
    private String steps = "";

    @BeforeEach
    void a_plan_with_a_goal() {
        anna.post("");
        goal = anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        steps = POP + "/goals/" + goal;
    }

    @Test
    void a_goal_that_becomes_private_is_gone_for_the_manager_and_its_origin_stays() {
        assertThat(bram.get(POP).body()).contains("Leren lassen");

        HttpAnswer changed =
                onCurrent(anna).put(steps, changedGoal(SECRET, true)).ok();
        assertThat(changed.text("/title")).isEqualTo(SECRET);
        assertThat(changed.text("/direction")).isEqualTo("OUT");
        assertThat(changed.text("/origin")).isEqualTo("EMPLOYEE");
        assertThat(bram.get(POP).body()).doesNotContain("Leren lassen", SECRET);
        assertThat(bram.get(POP).ok().text("/privateGoals")).isEqualTo("1");
        onCurrent(anna).put(steps, changedGoal("Leren solderen", false)).ok();
        assertThat(bram.get(POP).body()).contains("Leren solderen");
    }

    @Test
    void a_goal_comes_only_from_a_conversation_of_one_s_own() {
        team.talks("conv-carla", "carla");
        team.talks("conv-anna-2", "anna");
        TeamFixture.SERVICE.awaitConsumed();

        for (String other : new String[] {"conv-carla", "conv-nowhere"}) {
            assertThat(anna.post(POP + "/goals", goal("Nog een", false).replace("conv-1", other))
                            .problem())
                    .isEqualTo("422 conversation-not-yours");
            assertThat(onCurrent(anna)
                            .put(
                                    steps,
                                    changedGoal("Anders", false).replace("{", "{\"conversation\":\"" + other + "\","))
                            .problem())
                    .isEqualTo("422 conversation-not-yours");
        }
        anna.post(POP + "/goals", goal("Nog een", false).replace("conv-1", "conv-anna-2"))
                .ok();
    }

    @Test
    void an_activity_changes_and_drops_and_the_manager_sees_what_holds() {
        String first = anna.post(steps + "/activities", activity("Meelopen met Piet", ""))
                .ok()
                .text("/id");
        String second = anna.post(steps + "/activities", activity("Een cursus", ""))
                .ok()
                .text("/id");

        assertThat(onCurrent(anna)
                        .put(POP + "/activities/" + first, activity("Meelopen met Joke", ""))
                        .ok()
                        .text("/title"))
                .isEqualTo("Meelopen met Joke");
        anna.post(POP + "/activities/" + second + "/drop").ok();
        assertThat(bram.get(POP).body()).contains("Meelopen met Joke", "droppedOn");
        assertThat(anna.post(POP + "/activities/" + second + "/completion").problem())
                .isEqualTo("409 activity-let-go");
        assertThat(anna.post(POP + "/activities/nonsense/drop").problem()).isEqualTo("404 activity-unknown");
        assertThat(bram.post(POP + "/activities/" + first + "/drop").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void a_moment_in_one_line_is_completed_later() {
        String moment = anna.post(steps + "/learning-moments", "{\"text\":\"Van Piet geleerd\"}")
                .ok()
                .text("/id");

        HttpAnswer told = onCurrent(anna)
                .put(POP + "/activities/" + moment, activity("Van Piet geleerd", ",\"insight\":\"Eerst warm maken\""))
                .ok();
        assertThat(told.text("/insight")).isEqualTo("Eerst warm maken");
        assertThat(told.text("/mode")).isEqualTo("SHADOWING");
        assertThat(told.text("/completedOn")).isNotBlank();
    }

    @Test
    void what_was_learned_is_used_or_not_and_a_milestone_is_reached() {
        String done = anna.post(steps + "/learning-moments", "{\"text\":\"Van Piet\"}")
                .ok()
                .text("/id");
        assertThat(anna.post(POP + "/activities/" + done + "/application", "{\"used\":true,\"note\":\"Vandaag\"}")
                        .ok()
                        .text("/usedNote"))
                .isEqualTo("Vandaag");
        String milestone = anna.post(steps + "/milestones", "{\"text\":\"Eerste las\"}")
                .ok()
                .text("/milestones/0/id");
        anna.post(POP + "/milestones/" + milestone + "/achievement").ok();
        assertThat(anna.get("/mine").ok().text("/goals/0/milestones/0/reachedOn"))
                .isNotBlank();
        assertThat(anna.get("/mine").body())
                .doesNotContainIgnoringCase("percent")
                .doesNotContain("score");
        assertThat(anna.post(steps + "/milestones", "{\"text\":\" \"}").problem())
                .startsWith("400");
    }

    @Test
    void the_rhythm_is_the_owner_s_and_within_bounds() {
        assertThat(anna.get("/mine").ok().text("/rhythmWeeks")).isEqualTo("6");
        assertThat(onCurrent(anna).put(POP + "/rhythm", "{\"weeks\":4}").ok().text("/rhythmWeeks"))
                .isEqualTo("4");
        assertThat(onCurrent(anna).put(POP + "/rhythm", "{\"weeks\":1}").problem())
                .startsWith("400");
        assertThat(onCurrent(anna).put(POP + "/rhythm", "{\"weeks\":27}").problem())
                .startsWith("400");
        assertThat(bram.withIfMatch("\"1\"")
                        .put(POP + "/rhythm", "{\"weeks\":4}")
                        .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void hostile_words_stay_words() {
        String rightToLeft = "\u202Etxt.exe \u0623\u0647\u062F\u0627\u0641";
        onCurrent(anna)
                .put(steps, changedGoal("Nul\\u0000teken " + rightToLeft, false))
                .ok();

        assertThat(anna.get("/mine").ok().text("/goals/0/title")).isEqualTo("Nulteken " + rightToLeft);
        assertThat(onCurrent(anna).put(steps, changedGoal("\\u0000", false)).status())
                .isEqualTo(400);
    }

    @Test
    void no_word_is_in_an_event_and_every_event_is_as_its_schema_says() {
        onCurrent(anna).put(steps, changedGoal(SECRET, false)).ok();
        String planned =
                anna.post(steps + "/activities", activity(SECRET, "")).ok().text("/id");
        onCurrent(anna)
                .put(POP + "/activities/" + planned, activity(SECRET + " 2", ""))
                .ok();
        anna.post(POP + "/activities/" + planned + "/completion").ok();
        anna.post(POP + "/activities/" + planned + "/application", "{\"used\":false,\"note\":\"" + SECRET + "\"}")
                .ok();
        String milestone = anna.post(steps + "/milestones", "{\"text\":\"" + SECRET + "\"}")
                .ok()
                .text("/milestones/0/id");
        anna.post(POP + "/milestones/" + milestone + "/achievement").ok();
        onCurrent(anna).put(POP + "/rhythm", "{\"weeks\":3}").ok();
        String other =
                anna.post(steps + "/activities", activity(SECRET, "")).ok().text("/id");
        anna.post(POP + "/activities/" + other + "/drop").ok();

        await().untilAsserted(() -> assertThat(team.publishedTypes())
                .contains(
                        "goal-changed",
                        "activity-changed",
                        "activity-applied",
                        "milestone-set",
                        "milestone-reached",
                        "pop-rhythm-changed",
                        "activity-dropped"));
        for (TopicRecord record : team.published()) {
            assertThat(record.everything()).doesNotContain(SECRET);
            assertThat(EventSchema.violations(record)).isEmpty();
        }
    }
}
