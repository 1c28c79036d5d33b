package nl.klimrek.popforms;

import static nl.klimrek.popforms.TeamFixture.POP;
import static nl.klimrek.popforms.TeamFixture.SECRET;
import static nl.klimrek.popforms.TeamFixture.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Who reaches what of a plan: Hella is HR, Carla is no manager of Anna. */
class PopAccessIT {

    private final TeamFixture team = new TeamFixture();
    private final TestClient anna = team.anna();
    private final TestClient bram = team.bram();
    private final TestClient carla = team.carla();
    private final TestClient hella = team.hella();

    @Test
    void the_manager_sees_what_is_shared_hr_sees_codes_and_each_look_is_told() {
        anna.post("");
        anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        anna.post(POP + "/goals", goal(SECRET, true)).ok().text("/id");

        HttpAnswer manager = bram.get(POP);
        assertThat(manager.body()).contains("Leren lassen").doesNotContain(SECRET, "\"advice\"");
        assertThat(manager.ok().text("/privateGoals")).isEqualTo("1");
        assertThat(manager.json().at("/goals")).hasSize(1);
        HttpAnswer hr = hella.get(POP);
        assertThat(hr.body()).contains("\"BROADEN\"", "S1.2.3").doesNotContain("lassen", SECRET, "welding", "portrait");
        assertThat(hr.json().at("/goals")).hasSize(1);
        assertThat(anna.get(POP).body()).contains("Leren lassen", SECRET, "\"advice\"");

        await().untilAsserted(() -> assertThat(team.publishedTypes().stream().filter("disclosed"::equals))
                .hasSize(2));
    }

    @Test
    void nobody_else_reaches_a_plan_or_learns_whether_there_is_one() {
        anna.post("");
        String steps = POP + "/goals/"
                + anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");

        assertThat(carla.get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(carla.get("/pop-nobody").problem()).isEqualTo("403 forbidden");
        assertThat(carla.get("/nonsense").problem()).isEqualTo("403 forbidden");
        assertThat(bram.post(steps + "/start").problem()).isEqualTo("403 forbidden");
        assertThat(hella.post(POP + "/confirmation", "{\"version\":2}").problem())
                .isEqualTo("403 forbidden");
        assertThat(carla.post(POP + "/goals", goal("Van Carla", false)).problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void the_same_id_in_another_organisation_is_somebody_else() {
        anna.post("");
        anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        String elsewhere = team.organisation() + "x";
        TestClient otherAnna = TeamFixture.as("anna", elsewhere, Role.EMPLOYEE);

        assertThat(otherAnna.get("/mine").problem()).isEqualTo("404 pop-not-started");
        assertThat(otherAnna.get(POP).problem()).isEqualTo("404 pop-not-started");
        assertThat(otherAnna.post("").problem()).isEqualTo("404 person-unknown");
        assertThat(otherAnna.post(POP + "/goals", goal("Van elders", false)).problem())
                .isEqualTo("404 person-unknown");
        assertThat(otherAnna.get("/mine/export").problem()).isEqualTo("404 pop-not-started");
        assertThat(TeamFixture.as("bram", elsewhere, Role.MANAGER).get(POP).problem())
                .isEqualTo("403 forbidden");
        assertThat(TeamFixture.as("hella", elsewhere, Role.HR).get(POP).problem())
                .isEqualTo("403 forbidden");
        assertThat(TeamFixture.as("bram", elsewhere, Role.MANAGER)
                        .get("/team")
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void a_team_is_who_reports_to_the_manager_now() {
        anna.post("");
        TeamFixture.onCurrent(anna).put(POP + "/portrait", "{\"motives\":\"making things\"}");
        anna.post(POP + "/goals", goal(SECRET, false));
        anna.post(POP + "/goals", goal(SECRET, true));
        TeamFixture.SERVICE.awaitSettled();

        HttpAnswer list = bram.get("/team");
        assertThat(list.ok().text("/items/0/state")).isEqualTo("DRAFT");
        assertThat(list.ok().text("/items/0/version")).isEqualTo("3");
        assertThat(list.ok().text("/items/0/goals/SET")).isEqualTo("1");
        assertThat(list.ok().text("/items/0/privateGoals")).isEqualTo("1");
        assertThat(list.body()).doesNotContain(SECRET);
        assertThat(carla.get("/team").json().at("/items")).isEmpty();

        team.movesTo("anna", "carla");
        TeamFixture.SERVICE.awaitSettled();
        assertThat(bram.get("/team").json().at("/items")).isEmpty();
        assertThat(carla.get("/team").ok().text("/items/0/pop")).isEqualTo("pop-anna");
        assertThat(bram.get(POP).problem()).isEqualTo("403 forbidden");
    }

    @Test
    void a_card_that_was_lost_comes_back_with_the_plans_facts_and_facts_delivered_again_change_nothing() {
        anna.post("");
        anna.post(POP + "/goals", goal("Leren lassen", false));
        await().untilAsserted(() -> assertThat(team.publishedTypes()).hasSize(2));
        TeamFixture.SERVICE.awaitSettled();
        String shown = bram.get("/team").body();
        TeamFixture.SERVICE
                .bean(MongoDatabaseFactory.class)
                .getMongoDatabase()
                .getCollection("plan_cards")
                .deleteOne(new Document("_id", team.organisation() + "/pop-anna"));
        assertThat(bram.get("/team").body()).contains("NOT_STARTED");

        List<TopicRecord> facts = team.published();
        TeamFixture.SERVICE.publisher().replay(facts);
        TeamFixture.SERVICE.publisher().replay(facts);
        TeamFixture.SERVICE.awaitSettled();

        assertThat(bram.get("/team").body()).isEqualTo(shown);
    }

    @Test
    void who_left_keeps_and_exports_the_plan_and_the_manager_does_not() {
        anna.post("");
        anna.post(POP + "/goals", goal("Leren lassen", true));
        team.left("anna", "bram");
        team.joinedAgain("anna", "bram");
        TeamFixture.SERVICE.awaitSettled();

        assertThat(bram.get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(bram.post(POP + "/confirmation", "{\"version\":1}").problem())
                .isEqualTo("403 forbidden");
        assertThat(bram.get("/team").json().at("/items")).isEmpty();
        assertThat(anna.post(POP + "/goals", goal("Nog een", false)).problem()).isEqualTo("409 pop-closed");
        assertThat(anna.get("/mine").ok().text("/goals/0/title")).isEqualTo("Leren lassen");
        JsonNode goal = anna.get("/mine/export").json().at("/plan/goals/0");
        assertThat(goal.at("/words/words/title").asText()).isEqualTo("Leren lassen");
        Commitment kept = new Commitment(
                goal.at("/words/commitment/salt").asText(),
                goal.at("/words/commitment/hash").asText());
        assertThat(kept.proves(new GoalText("Leren lassen", "Nieuwsgierig", "De las houdt", null).canonical()))
                .isTrue();
        assertThat(team.published().get(1).data()).contains(kept.hash());
    }
}
