package nl.klimrek.popforms;

import static nl.klimrek.popforms.Scene.POP;
import static nl.klimrek.popforms.Scene.SECRET;
import static nl.klimrek.popforms.Scene.caughtUp;
import static nl.klimrek.popforms.Scene.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.popforms.goal.GoalText;
import nl.klimrek.servicekit.security.Role;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Who reaches what of a plan: Hella is HR, Carla is no manager of Anna. */
class PopAccessIT {

    private final Scene scene = new Scene();
    private final Bus bus = scene.bus();
    private final Api anna = scene.anna();
    private final Api bram = scene.bram();
    private final Api carla = scene.carla();
    private final Api hella = scene.hella();

    @Test
    void the_manager_sees_what_is_shared_hr_sees_codes_and_each_look_is_told() {
        anna.post("", null);
        anna.post(POP + "/goals", goal("Leren lassen", false)).field("/id");
        anna.post(POP + "/goals", goal(SECRET, true)).field("/id");

        Api.Answer manager = bram.get(POP);
        assertThat(manager.text()).contains("Leren lassen").doesNotContain(SECRET, "\"advice\"");
        assertThat(manager.field("/privateGoals")).isEqualTo("1");
        assertThat(manager.json().at("/goals")).hasSize(1);
        Api.Answer hr = hella.get(POP);
        assertThat(hr.text()).contains("\"BROADEN\"", "S1.2.3").doesNotContain("lassen", SECRET, "welding", "portrait");
        assertThat(hr.json().at("/goals")).hasSize(1);
        assertThat(anna.get(POP).text()).contains("Leren lassen", SECRET, "\"advice\"");

        await().untilAsserted(() -> assertThat(bus.publishedTypes().stream().filter("disclosed"::equals))
                .hasSize(2));
    }

    @Test
    void nobody_else_reaches_a_plan_or_learns_whether_there_is_one() {
        anna.post("", null);
        String steps = POP + "/goals/"
                + anna.post(POP + "/goals", goal("Leren lassen", false)).field("/id");

        assertThat(carla.get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(carla.get("/pop-nobody").problem()).isEqualTo("403 forbidden");
        assertThat(carla.get("/nonsense").problem()).isEqualTo("403 forbidden");
        assertThat(bram.post(steps + "/start", null).problem()).isEqualTo("403 forbidden");
        assertThat(hella.post(POP + "/confirmation", "{\"version\":2}").problem())
                .isEqualTo("403 forbidden");
        assertThat(carla.post(POP + "/goals", goal("Van Carla", false)).problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void the_same_id_in_another_organisation_is_somebody_else() {
        anna.post("", null);
        anna.post(POP + "/goals", goal("Leren lassen", false)).field("/id");
        String elsewhere = scene.organisation() + "x";
        Api otherAnna = Api.as("anna", elsewhere, Role.EMPLOYEE);

        assertThat(otherAnna.get("/mine").problem()).isEqualTo("404 pop-not-started");
        assertThat(otherAnna.get(POP).problem()).isEqualTo("404 pop-not-started");
        assertThat(otherAnna.post("", null).problem()).isEqualTo("404 person-unknown");
        assertThat(otherAnna.post(POP + "/goals", goal("Van elders", false)).problem())
                .isEqualTo("404 person-unknown");
        assertThat(otherAnna.get("/mine/export").problem()).isEqualTo("404 pop-not-started");
        assertThat(Api.as("bram", elsewhere, Role.MANAGER).get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(Api.as("hella", elsewhere, Role.HR).get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(Api.as("bram", elsewhere, Role.MANAGER).get("/team").json().at("/items"))
                .isEmpty();
    }

    @Test
    void a_team_is_who_reports_to_the_manager_now() {
        anna.post("", null);
        anna.put(POP + "/portrait", "{\"motives\":\"making things\"}");
        anna.post(POP + "/goals", goal(SECRET, false));
        anna.post(POP + "/goals", goal(SECRET, true));

        Api.Answer team = bram.get("/team");
        assertThat(team.field("/items/0/state")).isEqualTo("DRAFT");
        assertThat(team.field("/items/0/version")).isEqualTo("3");
        assertThat(team.field("/items/0/goals/SET")).isEqualTo("1");
        assertThat(team.field("/items/0/privateGoals")).isEqualTo("1");
        assertThat(team.text()).doesNotContain(SECRET);
        assertThat(carla.get("/team").json().at("/items")).isEmpty();

        bus.movesTo("anna", "carla");
        caughtUp();
        assertThat(bram.get("/team").json().at("/items")).isEmpty();
        assertThat(carla.get("/team").field("/items/0/pop")).isEqualTo("pop-anna");
        assertThat(bram.get(POP).problem()).isEqualTo("403 forbidden");
    }

    @Test
    void a_card_that_was_lost_comes_back_with_the_plans_facts_and_facts_delivered_again_change_nothing() {
        anna.post("", null);
        anna.post(POP + "/goals", goal("Leren lassen", false));
        await().untilAsserted(() -> assertThat(bus.publishedTypes()).hasSize(2));
        caughtUp();
        String shown = bram.get("/team").text();
        RunningPopForms.service()
                .getBean(MongoDatabaseFactory.class)
                .getMongoDatabase()
                .getCollection("plan_cards")
                .deleteOne(new Document("_id", scene.organisation() + "/pop-anna"));
        assertThat(bram.get("/team").text()).contains("NOT_STARTED");

        List<ConsumerRecord<byte[], byte[]>> facts = bus.published();
        bus.deliverAgain(facts);
        bus.deliverAgain(facts);
        caughtUp();

        assertThat(bram.get("/team").text()).isEqualTo(shown);
    }

    @Test
    void who_left_keeps_and_exports_the_plan_and_the_manager_does_not() {
        anna.post("", null);
        anna.post(POP + "/goals", goal("Leren lassen", true));
        bus.left("anna", "bram");
        bus.joinedAgain("anna", "bram");
        caughtUp();

        assertThat(bram.get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(bram.post(POP + "/confirmation", "{\"version\":1}").problem())
                .isEqualTo("403 forbidden");
        assertThat(bram.get("/team").json().at("/items")).isEmpty();
        assertThat(anna.post(POP + "/goals", goal("Nog een", false)).problem()).isEqualTo("409 pop-closed");
        assertThat(anna.get("/mine").field("/goals/0/title")).isEqualTo("Leren lassen");
        JsonNode goal = anna.get("/mine/export").json().at("/plan/goals/0");
        assertThat(goal.at("/words/words/title").asText()).isEqualTo("Leren lassen");
        Commitment kept = new Commitment(
                goal.at("/words/commitment/salt").asText(),
                goal.at("/words/commitment/hash").asText());
        assertThat(kept.proves(new GoalText("Leren lassen", "Nieuwsgierig", "De las houdt", null).canonical()))
                .isTrue();
        assertThat(new String(bus.published().get(1).value(), StandardCharsets.UTF_8))
                .contains(kept.hash());
    }
}
