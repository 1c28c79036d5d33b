package nl.klimrek.popforms;

import static nl.klimrek.popforms.TeamFixture.POP;
import static nl.klimrek.popforms.TeamFixture.goal;
import static nl.klimrek.popforms.TeamFixture.onCurrent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import nl.klimrek.popforms.plan.QuietGoalFinder;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.ClockJobRounds;
import nl.klimrek.testkit.service.HttpAnswer;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;
import nl.klimrek.testkit.service.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The clock finds goals that stalled, by the plan's own rhythm. Its clock moves, so it has an instance of its own. */
class QuietGoalIT {

    private static final TestClock CLOCK = TestClock.running();
    private static final ServiceUnderTest SERVICE = ServiceUnderTest.of(PopFormsService.class, PopFormsService.NAME)
            .with(CLOCK)
            .on(Backend.embeddedWithItsOwnBroker())
            .start();

    private final TeamFixture team = new TeamFixture(SERVICE);
    private final TestClient anna = team.anna();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_goal_without_progress_is_stalled_once_by_the_plan_s_own_rhythm() {
        anna.post("");
        String quiet =
                anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        onCurrent(anna).put(POP + "/rhythm", "{\"weeks\":3}").ok();

        weeks(2);
        String busy =
                anna.post(POP + "/goals", goal("Leren solderen", false)).ok().text("/id");
        assertThat(state(quiet)).isEqualTo("SET");
        weeks(1);
        CLOCK.advance(Duration.ofDays(2));
        rounds();
        assertThat(state(quiet)).isEqualTo("STALLED");
        assertThat(state(busy)).isEqualTo("SET");
        rounds();

        await().untilAsserted(() -> assertThat(team.publishedTypes()).contains("goal-stalled"));
        List<TopicRecord> found = team.published().stream()
                .filter(record -> record.shortType().equals("goal-stalled"))
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).everything()).contains("system:clock");
        HttpAnswer told = anna.post(
                        POP + "/goals/" + quiet + "/stall", "{\"barriers\":[\"TIME\"],\"blockedFactor\":\"MOGEN\"}")
                .ok();
        assertThat(told.text("/stall/barriers/0")).isEqualTo("TIME");
    }

    @Test
    void the_plan_of_somebody_who_left_rests() {
        anna.post("");
        String goal =
                anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        team.left("anna", "bram");
        SERVICE.awaitConsumed();

        weeks(8);
        rounds();
        assertThat(state(goal)).isEqualTo("SET");
        assertThat(job().hasWork()).isFalse();
    }

    private String state(String goal) {
        for (JsonNode one : anna.get("/mine").json().at("/goals")) {
            if (one.path("id").asText().equals(goal)) {
                return one.path("state").asText();
            }
        }
        return "gone";
    }

    private static void weeks(int number) {
        CLOCK.advance(Duration.ofDays(7L * number));
    }

    private static void rounds() {
        new ClockJobRounds(SERVICE, job()).run();
    }

    private static ClockJob job() {
        return SERVICE.bean(QuietGoalFinder.class).job();
    }
}
