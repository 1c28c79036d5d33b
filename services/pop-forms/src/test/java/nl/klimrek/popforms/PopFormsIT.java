package nl.klimrek.popforms;

import static nl.klimrek.popforms.TeamFixture.POP;
import static nl.klimrek.popforms.TeamFixture.SECRET;
import static nl.klimrek.popforms.TeamFixture.goal;
import static nl.klimrek.popforms.TeamFixture.inHalfAYear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import nl.klimrek.testkit.events.EventSchema;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** Plans over HTTP and Kafka, as their owner and her manager use them. */
class PopFormsIT {

    private final TeamFixture team = new TeamFixture();
    private final TestClient anna = team.anna();
    private final TestClient bram = team.bram();

    @Test
    void a_plan_goes_from_its_start_to_an_achieved_goal_agreed_by_two() {
        assertThat(anna.get("/mine").problem()).isEqualTo("404 pop-not-started");
        assertThat(anna.post("").ok().text("/pop")).isEqualTo("pop-anna");
        TeamFixture.onCurrent(anna)
                .put(POP + "/portrait", "{\"motives\":\"making things\"}")
                .ok()
                .text("/portrait/motives");
        String goal =
                anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        String activity =
                anna.post(POP + "/goals/" + goal + "/activities", """
                {"title":"Meelopen met Piet","form":"INFORMAL","setting":"INDIVIDUAL","mode":"SHADOWING","effortMinutes":240}
                """).ok().text("/id");
        assertThat(anna.post(POP + "/confirmation", "{\"version\":4}").ok().text("/state"))
                .isEqualTo("CONFIRMED_BY_EMPLOYEE");
        assertThat(bram.post(POP + "/confirmation", "{\"version\":4}").ok().text("/state"))
                .isEqualTo("AGREED");

        String steps = POP + "/goals/" + goal;
        assertThat(anna.post(steps + "/start").ok().text("/state")).isEqualTo("ACTING");
        assertThat(anna.post(POP + "/activities/" + activity + "/completion", "{\"insight\":\"eerst verwarmen\"}")
                        .ok()
                        .text("/insight"))
                .isEqualTo("eerst verwarmen");
        anna.post(steps + "/evidence", """
                {"kind":"CERTIFICATE","validation":"COLLEAGUE","text":"Lasdiploma","link":"https://example.org/d"}
                """).ok().text("/id");
        assertThat(anna.post(steps + "/evaluation", "{\"text\":\"Het lukt\"}")
                        .ok()
                        .text("/state"))
                .isEqualTo("EVALUATED");
        assertThat(anna.post(steps + "/achievement").ok().text("/state")).isEqualTo("ACHIEVED");

        assertThat(anna.get("/mine").ok().text("/agreement/state")).isEqualTo("AGREED");
        await().untilAsserted(() -> assertThat(team.publishedTypes())
                .containsExactly(
                        "pop-started",
                        "goal-set",
                        "activity-planned",
                        "pop-confirmed",
                        "pop-confirmed",
                        "pop-agreed",
                        "goal-started",
                        "activity-completed",
                        "evidence-added",
                        "goal-evaluated",
                        "goal-achieved"));
    }

    @Test
    void a_goal_is_evaluated_adjusted_stalled_and_dropped() {
        anna.post("");
        String steps = POP + "/goals/"
                + anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        anna.post(steps + "/start");
        anna.post(steps + "/evaluation", "{\"text\":\"Te groot\"}");
        assertThat(anna.post(steps + "/achievement", "{\"achievedOn\":\"2100-01-01\"}")
                        .problem())
                .isEqualTo("422 date-in-future");
        assertThat(TeamFixture.onCurrent(anna)
                        .post(
                                steps + "/adjustment",
                                "{\"title\":\"Leren solderen\",\"targetDate\":\"" + inHalfAYear() + "\"}")
                        .ok()
                        .text("/title"))
                .isEqualTo("Leren solderen");
        assertThat(anna.post(steps + "/stall", "{\"barriers\":[\"TIME\"],\"blockedFactor\":\"MOGEN\"}")
                        .ok()
                        .text("/state"))
                .isEqualTo("STALLED");
        assertThat(anna.post(steps + "/drop", "{\"reason\":\"Ander werk\"}")
                        .ok()
                        .text("/state"))
                .isEqualTo("DROPPED");
        assertThat(anna.post(steps + "/start").problem()).isEqualTo("409 goal-step-not-possible");
    }

    @Test
    void what_is_learned_on_the_way_is_logged_in_one_line_and_the_plan_stays_agreed() {
        anna.post("");
        String goal =
                anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        anna.post(POP + "/confirmation", "{\"version\":2}");
        bram.post(POP + "/confirmation", "{\"version\":2}");
        String moments = POP + "/goals/" + goal + "/learning-moments";
        assertThat(anna.post(moments, "{\"text\":\" \"}").problem()).startsWith("400");
        assertThat(bram.post(moments, "{\"text\":\"Van Piet geleerd\"}").problem())
                .startsWith("403");
        assertThat(anna.post(moments, "{\"text\":\"Van Piet geleerd\"}").ok().text("/effortMinutes"))
                .isEqualTo("30");
        assertThat(anna.get("/mine").ok().text("/goals/0/activities/0/title")).isEqualTo("Van Piet geleerd");
        assertThat(anna.get("/mine").ok().text("/goals/0/activities/0/completedOn"))
                .isNotBlank();
        assertThat(anna.get("/mine").ok().text("/agreement/state")).isEqualTo("AGREED");
    }

    @Test
    void goals_stand_in_their_owner_s_order_which_nobody_else_changes() {
        anna.post("");
        String first =
                anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        String second =
                anna.post(POP + "/goals", goal("Leren solderen", false)).ok().text("/id");
        String rank = POP + "/goals/" + second + "/rank";
        assertThat(bram.post(rank, "{\"rank\":1}").problem()).startsWith("403");
        assertThat(anna.post(rank, "{\"rank\":0}").problem()).startsWith("400");
        assertThat(anna.post(rank, "{\"rank\":1}").ok().text("/id")).isEqualTo(second);
        assertThat(anna.get("/mine").ok().text("/goals/0/id")).isEqualTo(second);
        assertThat(anna.get("/mine").ok().text("/goals/1/id")).isEqualTo(first);
        await().untilAsserted(() -> assertThat(team.publishedTypes()).contains("goal-ranked"));
    }

    @Test
    void what_is_typed_is_in_no_event_and_every_event_is_as_its_schema_says() {
        anna.post("");
        TeamFixture.onCurrent(anna).put(POP + "/portrait", "{\"motives\":\"" + SECRET + "\"}");
        String steps = POP + "/goals/"
                + anna.post(POP + "/goals", goal(SECRET, false)).ok().text("/id");
        anna.post(POP + "/goals", goal(SECRET, true));
        String activity =
                anna.post(steps + "/activities", """
                {"title":"%s","form":"FORMAL","setting":"COLLECTIVE","mode":"COURSE","effortMinutes":600,"costCents":25000}
                """.formatted(SECRET)).ok().text("/id");
        anna.post(POP + "/activities/" + activity + "/completion", "{\"experience\":\"" + SECRET + "\"}")
                .ok()
                .text("/id");
        anna.post(steps + "/evidence", "{\"kind\":\"NOTE\",\"text\":\"" + SECRET + "\"}")
                .ok()
                .text("/id");
        anna.post(steps + "/start");
        anna.post(steps + "/evaluation", "{\"text\":\"" + SECRET + "\"}").ok().text("/id");
        anna.post(steps + "/stall", "{\"barriers\":[\"PRIVATE\"]}").ok().text("/id");
        anna.post(steps + "/drop", "{\"reason\":\"" + SECRET + "\"}").ok().text("/id");
        bram.get(POP);

        await().untilAsserted(
                        () -> assertThat(team.publishedTypes()).hasSize(11).contains("disclosed"));
        for (TopicRecord record : team.published()) {
            assertThat(record.everything()).doesNotContain(SECRET);
            assertThat(EventSchema.violations(record)).isEmpty();
        }
    }

    @Test
    void a_repeated_request_is_done_once() {
        anna.withIdempotencyKey("start").post("");
        assertThat(anna.withIdempotencyKey("start").post("").status()).isEqualTo(200);
        assertThat(anna.post("").problem()).isEqualTo("409 pop-already-started");

        String first = anna.withIdempotencyKey("goal")
                .post(POP + "/goals", goal("Leren lassen", false))
                .ok()
                .text("/id");
        String again = anna.withIdempotencyKey("goal")
                .post(POP + "/goals", goal("Leren lassen", false))
                .ok()
                .text("/id");
        assertThat(again).isEqualTo(first);
        assertThat(anna.get("/mine").json().at("/goals")).hasSize(1);
        assertThat(anna.withIdempotencyKey("goal")
                        .post(POP + "/goals", goal("Iets anders", false))
                        .problem())
                .isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void a_change_decided_on_an_old_version_is_refused() {
        String seen = anna.post("").etag();
        assertThat(anna.withIfMatch(seen)
                        .put(POP + "/portrait", "{\"motives\":\"een\"}")
                        .status())
                .isEqualTo(200);

        assertThat(anna.withIfMatch(seen)
                        .put(POP + "/portrait", "{\"motives\":\"twee\"}")
                        .problem())
                .isEqualTo("412 version-stale");
        assertThat(anna.get("/mine").ok().text("/portrait/motives")).isEqualTo("een");
    }

    @Test
    void every_wrong_field_is_named_at_once_and_nothing_changes() {
        anna.post("");

        HttpAnswer refused = anna.post(POP + "/goals", "{\"title\":\" \",\"horizon\":\"SOON\",\"rating\":5}");
        assertThat(refused.problem()).isEqualTo("400 request-invalid");
        HttpAnswer incomplete = anna.post(POP + "/goals", """
                {"title":" ","horizon":"SHORT","skills":[{"scheme":"OWN","code":"my burn-out","version":"1"}]}""");
        assertThat(incomplete.json().at("/errors").findValuesAsText("field"))
                .contains("title", "targetDate", "purpose", "direction", "skills[0].code");
        assertThat(anna.get("/mine").json().at("/goals")).isEmpty();
    }

    @Test
    void form_advice_and_problems_are_in_the_readers_language() {
        anna.post("");

        assertThat(anna.withLanguage("nl").get("/template").ok().text("/sections/0/title"))
                .isEqualTo("Wie ben ik in mijn werk?");
        assertThat(anna.get("/template").ok().text("/sections/0/title")).isEqualTo("Who am I at work?");
        assertThat(anna.withLanguage("nl").get("/mine").ok().text("/advice/sideways/0/text"))
                .startsWith("Loop een dag mee");
        assertThat(anna.withLanguage("nl").post("").json().at("/title").asText())
                .isEqualTo("Je hebt al een plan");
    }
}
