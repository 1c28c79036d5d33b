package nl.klimrek.popforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** What people can, teach and want to learn, as they and their team see it. */
class TeamSkillsIT {

    private final TeamFixture team = new TeamFixture();
    private final TestClient anna = team.anna();
    private final TestClient bram = team.bram();

    @Test
    void a_skill_is_noted_shared_and_removed() {
        String entry = anna.post("/my-skills", skill("S1.2", "[\"CAN\",\"TEACHES\"]", false))
                .ok()
                .text("/items/0/id");
        assertThat(anna.get("/my-skills").ok().text("/items/0/label")).isEqualTo("lassen");
        assertThat(bram.get("/team-skills").ok().json().path("items")).isEmpty();

        anna.post("/my-skills", skill("S1.2", "[\"TEACHES\"]", true)).ok();
        HttpAnswer seen = bram.get("/team-skills").ok();
        assertThat(seen.text("/items/0/label") + " " + seen.text("/items/0/teach/0"))
                .isEqualTo("lassen anna");
        assertThat(seen.json().at("/items/0/can")).isEmpty();

        assertThat(anna.delete("/my-skills/" + entry).ok().json().path("items")).isEmpty();
        assertThat(bram.get("/team-skills").ok().json().path("items")).isEmpty();
        await().untilAsserted(() -> assertThat(team.publishedTypes())
                .containsExactly("person-skill-noted", "person-skill-noted", "person-skill-removed"));
        assertThat(team.published())
                .extracting(TopicRecord::everything)
                .noneMatch(value -> value.contains("lassen"))
                .first()
                .asString()
                .doesNotContain("S1.2");
    }

    @Test
    void nobody_outside_the_team_sees_it_and_nobody_who_left_is_shown() {
        anna.post("/my-skills", skill("S1.2", "[\"CAN\"]", true)).ok();
        team.isInTeam("carla", "t-other");
        assertThat(team.carla().get("/team-skills").ok().json().path("items")).isEmpty();
        assertThat(new TeamFixture().bram().get("/team-skills").ok().json().path("items"))
                .isEmpty();
        team.left("anna", "bram");
        await().untilAsserted(() ->
                assertThat(bram.get("/team-skills").ok().json().path("items")).isEmpty());
        assertThat(anna.post("/my-skills", skill("S1.3", "[\"CAN\"]", true)).problem())
                .isEqualTo("409 pop-closed");
    }

    @Test
    void what_is_wrong_is_named_and_changes_nothing() {
        assertThat(anna.post("/my-skills", skill("S1.2", "[]", true)).status()).isEqualTo(400);
        assertThat(anna.post("/my-skills", skill("S1.2", "[\"MASTERS\"]", true)).status())
                .isEqualTo(400);
        assertThat(anna.post("/my-skills", skill("lassen", "[\"CAN\"]", true)).status())
                .isEqualTo(400);
        assertThat(anna.delete("/my-skills/sk-unknown").problem()).isEqualTo("404 skill-entry-unknown");
        assertThat(anna.get("/my-skills").ok().json().path("items")).isEmpty();
    }

    private static String skill(String code, String uses, boolean shared) {
        return """
                {"scheme":"ESCO","code":"%s","version":"1.2.0","label":"lassen","uses":%s,"shared":%s}
                """.formatted(code, uses, shared);
    }
}
