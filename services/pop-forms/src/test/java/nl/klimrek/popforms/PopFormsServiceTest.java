package nl.klimrek.popforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.Commitment;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.popforms.goal.GoalWords;
import nl.klimrek.servicekit.security.Role;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The whole service over HTTP and Kafka: Anna owns a plan, Bram is her manager, Hella is HR, Carla is nobody to Anna. */
class PopFormsServiceTest {

    private static final String POP = "/pop-anna";
    private static final String SECRET = "Zandkasteel";
    private final String organisation = "o" + UUID.randomUUID().toString().substring(0, 8);
    private final Bus bus = new Bus(organisation);
    private final Api anna = Api.as("anna", organisation, Role.EMPLOYEE);
    private final Api bram = Api.as("bram", organisation, Role.EMPLOYEE, Role.MANAGER);
    private final Api carla = Api.as("carla", organisation, Role.EMPLOYEE, Role.MANAGER);
    private final Api hella = Api.as("hella", organisation, Role.HR);

    @BeforeEach
    void roster() {
        bus.joined("bram", null);
        bus.joined("carla", null);
        bus.joined("anna", "bram");
        caughtUp();
    }

    @Test
    void a_plan_goes_from_its_start_to_an_achieved_goal_agreed_by_two() {
        assertThat(anna.get("/mine").problem()).isEqualTo("404 pop-not-started");
        assertThat(anna.post("", null).field("/pop")).isEqualTo("pop-anna");
        anna.put(POP + "/portrait", "{\"motives\":\"making things\"}").field("/portrait/motives");
        String goal = anna.post(POP + "/goals", goal("Leren lassen", false)).field("/id");
        String activity = anna.post(POP + "/goals/" + goal + "/activities", """
                {"title":"Meelopen met Piet","form":"INFORMAL","setting":"INDIVIDUAL","mode":"SHADOWING","effortMinutes":240}
                """).field("/id");
        assertThat(anna.post(POP + "/confirmation", "{\"version\":4}").field("/state")).isEqualTo("CONFIRMED_BY_EMPLOYEE");
        assertThat(bram.post(POP + "/confirmation", "{\"version\":4}").field("/state")).isEqualTo("AGREED");

        String steps = POP + "/goals/" + goal;
        assertThat(anna.post(steps + "/start", null).field("/state")).isEqualTo("ACTING");
        assertThat(anna.post(POP + "/activities/" + activity + "/completion", "{\"insight\":\"eerst verwarmen\"}").field("/insight"))
                .isEqualTo("eerst verwarmen");
        anna.post(steps + "/evidence", """
                {"kind":"CERTIFICATE","validation":"EMPLOYER","text":"Lasdiploma","link":"https://example.org/d"}
                """).field("/id");
        assertThat(anna.post(steps + "/evaluation", "{\"text\":\"Het lukt\"}").field("/state")).isEqualTo("EVALUATED");
        assertThat(anna.post(steps + "/achievement", null).field("/state")).isEqualTo("ACHIEVED");

        assertThat(anna.get("/mine").field("/agreement/state")).isEqualTo("AGREED");
        await().untilAsserted(() -> assertThat(bus.publishedTypes()).containsExactly("pop-started", "goal-set", "activity-planned",
                "pop-confirmed", "pop-confirmed", "pop-agreed", "goal-started", "activity-completed", "evidence-added",
                "goal-evaluated", "goal-achieved"));
    }

    @Test
    void a_goal_is_evaluated_adjusted_stalled_and_dropped() {
        anna.post("", null);
        String steps = POP + "/goals/" + anna.post(POP + "/goals", goal("Leren lassen", false)).field("/id");
        anna.post(steps + "/start", null);
        anna.post(steps + "/evaluation", "{\"text\":\"Te groot\"}");
        assertThat(anna.post(steps + "/achievement", "{\"achievedOn\":\"2100-01-01\"}").problem()).isEqualTo("422 date-in-future");
        assertThat(anna.post(steps + "/adjustment", "{\"title\":\"Leren solderen\",\"targetDate\":\"" + inHalfAYear() + "\"}")
                .field("/title")).isEqualTo("Leren solderen");
        assertThat(anna.post(steps + "/stall", "{\"barriers\":[\"TIME\"],\"blockedFactor\":\"MOGEN\"}").field("/state")).isEqualTo("STALLED");
        assertThat(anna.post(steps + "/drop", "{\"reason\":\"Ander werk\"}").field("/state")).isEqualTo("DROPPED");
        assertThat(anna.post(steps + "/start", null).problem()).isEqualTo("409 goal-step-not-possible");
    }

    @Test
    void what_is_typed_is_in_no_event_and_every_event_is_as_its_schema_says() {
        anna.post("", null);
        anna.put(POP + "/portrait", "{\"motives\":\"" + SECRET + "\"}");
        String steps = POP + "/goals/" + anna.post(POP + "/goals", goal(SECRET, false)).field("/id");
        anna.post(POP + "/goals", goal(SECRET, true));
        String activity = anna.post(steps + "/activities", """
                {"title":"%s","form":"FORMAL","setting":"COLLECTIVE","mode":"COURSE","effortMinutes":600,"costCents":25000}
                """.formatted(SECRET)).field("/id");
        anna.post(POP + "/activities/" + activity + "/completion", "{\"experience\":\"" + SECRET + "\"}").field("/id");
        anna.post(steps + "/evidence", "{\"kind\":\"NOTE\",\"text\":\"" + SECRET + "\"}").field("/id");
        anna.post(steps + "/start", null);
        anna.post(steps + "/evaluation", "{\"text\":\"" + SECRET + "\"}").field("/id");
        anna.post(steps + "/stall", "{\"barriers\":[\"PRIVATE\"]}").field("/id");
        anna.post(steps + "/drop", "{\"reason\":\"" + SECRET + "\"}").field("/id");
        bram.get(POP);

        await().untilAsserted(() -> assertThat(bus.publishedTypes()).hasSize(11).contains("disclosed"));
        for (ConsumerRecord<byte[], byte[]> record : bus.published()) {
            String data = new String(record.value(), StandardCharsets.UTF_8);
            assertThat(data + record.headers()).doesNotContain(SECRET);
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Contracts.schemaOf(Bus.header(record, "ce_type"))).validate(data, InputFormat.JSON)).isEmpty();
        }
    }

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

        await().untilAsserted(() -> assertThat(bus.publishedTypes().stream().filter("disclosed"::equals)).hasSize(2));
    }

    @Test
    void nobody_else_reaches_a_plan_or_learns_whether_there_is_one() {
        anna.post("", null);
        String steps = POP + "/goals/" + anna.post(POP + "/goals", goal("Leren lassen", false)).field("/id");

        assertThat(carla.get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(carla.get("/pop-nobody").problem()).isEqualTo("403 forbidden");
        assertThat(carla.get("/nonsense").problem()).isEqualTo("403 forbidden");
        assertThat(bram.post(steps + "/start", null).problem()).isEqualTo("403 forbidden");
        assertThat(hella.post(POP + "/confirmation", "{\"version\":2}").problem()).isEqualTo("403 forbidden");
        assertThat(carla.post(POP + "/goals", goal("Van Carla", false)).problem()).isEqualTo("403 forbidden");
    }

    @Test
    void the_same_id_in_another_organisation_is_somebody_else() {
        anna.post("", null);
        anna.post(POP + "/goals", goal("Leren lassen", false)).field("/id");
        String elsewhere = organisation + "x";
        Api otherAnna = Api.as("anna", elsewhere, Role.EMPLOYEE);

        assertThat(otherAnna.get("/mine").problem()).isEqualTo("404 pop-not-started");
        assertThat(otherAnna.get(POP).problem()).isEqualTo("404 pop-not-started");
        assertThat(otherAnna.post("", null).problem()).isEqualTo("404 person-unknown");
        assertThat(otherAnna.post(POP + "/goals", goal("Van elders", false)).problem()).isEqualTo("404 person-unknown");
        assertThat(otherAnna.get("/mine/export").problem()).isEqualTo("404 pop-not-started");
        assertThat(Api.as("bram", elsewhere, Role.MANAGER).get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(Api.as("hella", elsewhere, Role.HR).get(POP).problem()).isEqualTo("403 forbidden");
        assertThat(Api.as("bram", elsewhere, Role.MANAGER).get("/team").json().at("/items")).isEmpty();
    }

    @Test
    void a_repeated_request_is_done_once() {
        anna.with("Idempotency-Key", "start").post("", null);
        assertThat(anna.with("Idempotency-Key", "start").post("", null).status()).isEqualTo(200);
        assertThat(anna.post("", null).problem()).isEqualTo("409 pop-already-started");

        String first = anna.with("Idempotency-Key", "goal").post(POP + "/goals", goal("Leren lassen", false)).field("/id");
        String again = anna.with("Idempotency-Key", "goal").post(POP + "/goals", goal("Leren lassen", false)).field("/id");
        assertThat(again).isEqualTo(first);
        assertThat(anna.get("/mine").json().at("/goals")).hasSize(1);
        assertThat(anna.with("Idempotency-Key", "goal").post(POP + "/goals", goal("Iets anders", false)).problem())
                .isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void a_change_decided_on_an_old_version_is_refused() {
        String seen = anna.post("", null).etag();
        assertThat(anna.with("If-Match", seen).put(POP + "/portrait", "{\"motives\":\"een\"}").status()).isEqualTo(200);

        assertThat(anna.with("If-Match", seen).put(POP + "/portrait", "{\"motives\":\"twee\"}").problem()).isEqualTo("412 version-stale");
        assertThat(anna.get("/mine").field("/portrait/motives")).isEqualTo("een");
    }

    @Test
    void every_wrong_field_is_named_at_once_and_nothing_changes() {
        anna.post("", null);

        Api.Answer refused = anna.post(POP + "/goals", "{\"title\":\" \",\"horizon\":\"SOON\",\"rating\":5}");
        assertThat(refused.problem()).isEqualTo("400 request-invalid");
        Api.Answer incomplete = anna.post(POP + "/goals", """
                {"title":" ","horizon":"SHORT","skills":[{"scheme":"OWN","code":"my burn-out","version":"1"}]}""");
        assertThat(incomplete.json().at("/errors").findValuesAsText("field"))
                .contains("title", "targetDate", "purpose", "direction", "skills[0].code");
        assertThat(anna.get("/mine").json().at("/goals")).isEmpty();
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
        RunningPopForms.service().getBean(MongoDatabaseFactory.class).getMongoDatabase().getCollection("plan_cards")
                .deleteOne(new Document("_id", organisation + "/pop-anna"));
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
        assertThat(bram.post(POP + "/confirmation", "{\"version\":1}").problem()).isEqualTo("403 forbidden");
        assertThat(bram.get("/team").json().at("/items")).isEmpty();
        assertThat(anna.post(POP + "/goals", goal("Nog een", false)).problem()).isEqualTo("409 pop-closed");
        assertThat(anna.get("/mine").field("/goals/0/title")).isEqualTo("Leren lassen");
        JsonNode goal = anna.get("/mine/export").json().at("/plan/goals/0");
        assertThat(goal.at("/words/words/title").asText()).isEqualTo("Leren lassen");
        Commitment kept = new Commitment(goal.at("/words/commitment/salt").asText(), goal.at("/words/commitment/hash").asText());
        assertThat(kept.proves(new GoalWords("Leren lassen", "Nieuwsgierig", "De las houdt", null).canonical())).isTrue();
        assertThat(new String(bus.published().get(1).value(), StandardCharsets.UTF_8)).contains(kept.hash());
    }

    @Test
    void form_advice_and_problems_are_in_the_readers_language() {
        anna.post("", null);

        assertThat(anna.with("Accept-Language", "nl").get("/template").field("/sections/0/title")).isEqualTo("Wie ben ik in mijn werk?");
        assertThat(anna.get("/template").field("/sections/0/title")).isEqualTo("Who am I at work?");
        assertThat(anna.with("Accept-Language", "nl").get("/mine").field("/advice/sideways/0/text")).startsWith("Loop een dag mee");
        assertThat(anna.with("Accept-Language", "nl").post("", null).json().at("/title").asText()).isEqualTo("Je hebt al een plan");
    }

    private static void caughtUp() {
        await().atMost(Duration.ofSeconds(20)).until(RunningPopForms::hasCaughtUp);
    }

    private static LocalDate inHalfAYear() {
        return LocalDate.now(Clock.systemUTC()).plusMonths(6);
    }

    private static String goal(String title, boolean keptPrivate) {
        return """
                {"title":"%s","why":"Nieuwsgierig","howMeasured":"De las houdt","targetDate":"%s","horizon":"SHORT",
                 "purpose":"BROADEN","direction":"SIDE","conversation":"conv-1","keptPrivate":%s,
                 "skills":[{"scheme":"ESCO","code":"S1.2.3","version":"1.2","label":"welding"}]}
                """.formatted(title, inHalfAYear(), keptPrivate);
    }
}
