package nl.klimrek.popforms;

import static nl.klimrek.popforms.TeamFixture.POP;
import static nl.klimrek.popforms.TeamFixture.activity;
import static nl.klimrek.popforms.TeamFixture.changedGoal;
import static nl.klimrek.popforms.TeamFixture.goal;
import static nl.klimrek.popforms.TeamFixture.onCurrent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.StreamSupport;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was agreed in each version stays readable, and two versions can be laid side by side. */
class AgreedVersionsIT {

    private static final String VERSIONS = POP + "/versions";

    private final TeamFixture team = new TeamFixture();
    private final TestClient anna = team.anna();
    private final TestClient bram = team.bram();
    private String welding = "";
    private int first;

    @BeforeEach
    void a_plan_was_agreed() {
        anna.post("");
        onCurrent(anna).put(POP + "/portrait", "{\"motives\":\"rust\"}").ok();
        welding = anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        anna.post(POP + "/goals", goal("Een eigen zaak", true)).ok();
        first = agree();
    }

    @Test
    void each_agreed_version_keeps_its_content_whatever_changes_later() {
        onCurrent(anna).put(POP + "/portrait", "{\"motives\":\"ruimte\"}").ok();
        anna.post(POP + "/goals/" + welding + "/activities", activity("Meelopen", ""))
                .ok();
        int second = agree();

        assertThat(numbers(anna.get(VERSIONS))).containsExactly(second, first);
        HttpAnswer then = anna.get(VERSIONS + "/" + first).ok();
        assertThat(then.text("/portrait/motives") + " " + then.text("/manager") + " " + then.text("/goals/0/title")
                        + " " + then.text("/privateGoals"))
                .isEqualTo("rust bram Leren lassen 1");
        assertThat(then.json().at("/goals/0/activities")).isEmpty();
        assertThat(then.text("/form/sections/0/questions/0/code")).isEqualTo("motives");
        assertThat(then.body()).doesNotContain("Een eigen zaak");
    }

    @Test
    void two_versions_are_compared_and_a_version_with_the_plan_as_it_is() {
        onCurrent(anna).put(POP + "/portrait", "{\"motives\":\"ruimte\"}").ok();
        HttpAnswer waiting = bram.get(VERSIONS + "/" + first + "/difference").ok();
        assertThat(waiting.text("/answers/0/field") + " " + waiting.text("/answers/0/before") + " "
                        + waiting.text("/answers/0/after"))
                .isEqualTo("motives rust ruimte");
        int second = agree();
        anna.post(POP + "/goals/" + welding + "/activities", activity("Meelopen", ""))
                .ok();
        HttpAnswer between =
                anna.get(VERSIONS + "/" + first + "/difference?to=" + second).ok();
        assertThat(between.json().path("goals")).isEmpty();
        HttpAnswer since = anna.get(VERSIONS + "/" + second + "/difference").ok();
        assertThat(since.text("/goals/0/activities/0/kind") + " " + since.text("/goals/0/activities/0/title"))
                .isEqualTo("ADDED Meelopen");
    }

    @Test
    void a_manager_sees_what_was_agreed_with_them_and_a_successor_what_is_agreed_from_then_on() {
        assertThat(numbers(bram.get(VERSIONS))).containsExactly(first);
        await().untilAsserted(() -> assertThat(team.publishedTypes()).contains("disclosed"));
        team.movesTo("anna", "carla");
        TestClient carla = team.carla();
        await().untilAsserted(() ->
                assertThat(carla.get(VERSIONS).ok().json().path("items")).isEmpty());
        assertThat(carla.get(VERSIONS + "/" + first).problem()).isEqualTo("404 version-unknown");
        assertThat(carla.get(VERSIONS + "/" + first + "/difference").problem()).isEqualTo("404 version-unknown");
        assertThat(bram.get(VERSIONS).problem()).isEqualTo("403 forbidden");
        assertThat(numbers(anna.get(VERSIONS))).containsExactly(first);
    }

    @Test
    void a_goal_that_is_private_now_is_hidden_from_the_manager_in_earlier_versions_too() {
        onCurrent(anna)
                .put(POP + "/goals/" + welding, changedGoal("Leren lassen", true))
                .ok();
        HttpAnswer then = bram.get(VERSIONS + "/" + first).ok();
        assertThat(then.body()).doesNotContain("Leren lassen");
        assertThat(then.text("/privateGoals")).isEqualTo("2");
        assertThat(anna.get(VERSIONS + "/" + first).ok().body()).contains("Leren lassen");
    }

    @Test
    void nobody_else_sees_a_version_and_a_version_that_was_not_agreed_is_none() {
        for (TestClient other : List.of(team.carla(), team.hella(), new TeamFixture().anna())) {
            assertThat(other.get(VERSIONS).status()).isIn(403, 404);
            assertThat(other.get(VERSIONS + "/" + first).status()).isIn(403, 404);
            assertThat(other.get(VERSIONS + "/" + first + "/difference").status())
                    .isIn(403, 404);
        }
        assertThat(anna.get(VERSIONS + "/1").problem()).isEqualTo("404 version-unknown");
        assertThat(anna.get(VERSIONS + "/" + first + "/difference?to=1").problem())
                .isEqualTo("404 version-unknown");
    }

    @Test
    void a_level_above_a_colleague_is_not_one_s_own_to_give() {
        for (String level : List.of("EMPLOYER", "BADGE", "MICROCREDENTIAL", "DIPLOMA")) {
            assertThat(anna.post(
                                    POP + "/goals/" + welding + "/evidence",
                                    "{\"kind\":\"CERTIFICATE\",\"validation\":\"" + level
                                            + "\",\"text\":\"Lasdiploma\"}")
                            .problem())
                    .isEqualTo("422 validation-not-own");
        }
        assertThat(anna.get("/mine").ok().json().at("/goals/0/evidence")).isEmpty();
    }

    @Test
    void the_manager_gives_evidence_of_a_shared_goal_the_level_of_the_employer() {
        String shown = show(welding);
        assertThat(anna.post(POP + "/evidence/" + shown + "/validation").problem())
                .isEqualTo("403 forbidden");
        assertThat(team.carla().post(POP + "/evidence/" + shown + "/validation").problem())
                .isEqualTo("403 forbidden");
        HttpAnswer checked =
                bram.post(POP + "/evidence/" + shown + "/validation").ok();
        assertThat(checked.text("/validation") + " " + checked.text("/validatedBy"))
                .isEqualTo("EMPLOYER bram");
        bram.post(POP + "/evidence/" + shown + "/validation").ok();
        await().untilAsserted(() -> assertThat(team.publishedTypes())
                .filteredOn("evidence-validated"::equals)
                .hasSize(1));
        assertThat(anna.get("/mine").ok().text("/agreement/state")).isEqualTo("AGREED");
    }

    @Test
    void nobody_validates_evidence_of_a_private_goal() {
        String shown = show(anna.post(POP + "/goals", goal("Stil", true)).ok().text("/id"));
        assertThat(bram.post(POP + "/evidence/" + shown + "/validation").problem())
                .isEqualTo("404 evidence-unknown");
    }

    private String show(String goal) {
        return anna.post(
                        POP + "/goals/" + goal + "/evidence",
                        "{\"kind\":\"CERTIFICATE\",\"validation\":\"COLLEAGUE\",\"text\":\"Lasdiploma\"}")
                .ok()
                .text("/id");
    }

    @Test
    void words_of_which_nothing_is_left_are_no_words() {
        for (String nothing : List.of("", "  ", "\\u2003", "\\u0007\\u0085", "\\u001c\\n")) {
            String text = "{\"text\":\"" + nothing + "\"}";
            assertThat(anna.post(POP + "/goals/" + welding + "/evaluation", text)
                            .status())
                    .as(nothing)
                    .isEqualTo(400);
            assertThat(anna.post(POP + "/goals/" + welding + "/drop", "{\"reason\":\"" + nothing + "\"}")
                            .status())
                    .as(nothing)
                    .isEqualTo(400);
        }
        assertThat(anna.get("/mine").ok().text("/goals/0/state")).isEqualTo("SET");
    }

    /** Both confirm the present version, whose number is returned. */
    private int agree() {
        int version = anna.get("/mine").ok().json().at("/agreement/version").asInt();
        anna.post(POP + "/confirmation", "{\"version\":" + version + "}").ok();
        bram.post(POP + "/confirmation", "{\"version\":" + version + "}").ok();
        return version;
    }

    private static List<Integer> numbers(HttpAnswer versions) {
        return StreamSupport.stream(versions.ok().json().path("items").spliterator(), false)
                .map(item -> item.path("version").asInt())
                .toList();
    }
}
