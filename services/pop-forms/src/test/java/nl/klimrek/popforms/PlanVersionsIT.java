package nl.klimrek.popforms;

import static nl.klimrek.popforms.TeamFixture.POP;
import static nl.klimrek.popforms.TeamFixture.goal;
import static nl.klimrek.popforms.TeamFixture.inHalfAYear;
import static nl.klimrek.popforms.TeamFixture.onCurrent;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.klimrek.testkit.service.TestClient;
import org.junit.jupiter.api.Test;

/** One plan, open on two pages at once. */
class PlanVersionsIT {

    private final TeamFixture team = new TeamFixture();
    private final TestClient anna = team.anna();

    @Test
    void a_portrait_without_the_version_that_was_read_does_not_wipe_the_words_of_another_page() {
        anna.post("");
        onCurrent(anna)
                .put(POP + "/portrait", "{\"motives\":\"een\",\"qualities\":\"geduld\"}")
                .ok();

        assertThat(anna.put(POP + "/portrait", "{\"motives\":\"twee\"}").problem())
                .isEqualTo("428 version-required");
        assertThat(anna.withIfMatch("*")
                        .put(POP + "/portrait", "{\"motives\":\"twee\"}")
                        .problem())
                .isEqualTo("428 version-required");
        assertThat(anna.get("/mine").ok().text("/portrait/motives")).isEqualTo("een");
        assertThat(anna.get("/mine").ok().text("/portrait/qualities")).isEqualTo("geduld");
    }

    @Test
    void every_operation_that_replaces_words_needs_the_version() throws IOException {
        anna.post("");
        String goal =
                anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");
        assertThat(replacingOperations()).containsExactlyInAnyOrderElementsOf(BODIES.keySet());
        BODIES.forEach((operation, body) -> {
            String path = operation
                    .replace("{pop}", "pop-anna")
                    .replace("{goal}", goal)
                    .replace("{activity}", "any");
            assertThat(anna.put(path, body).problem()).as(operation).isEqualTo("428 version-required");
        });
        assertThat(anna.post(
                                POP + "/goals/" + goal + "/adjustment",
                                "{\"title\":\"Leren solderen\",\"targetDate\":\"" + inHalfAYear() + "\"}")
                        .problem())
                .isEqualTo("428 version-required");
    }

    @Test
    void somebody_else_is_refused_before_the_version_is_asked_for() {
        anna.post("");

        assertThat(team.bram().put(POP + "/portrait", "{}").problem()).isEqualTo("403 forbidden");
        assertThat(team.carla().put(POP + "/portrait", "{}").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void what_only_adds_to_a_plan_needs_no_version_and_waits_for_nobody() {
        String seen = anna.post("").etag();
        String goal =
                anna.post(POP + "/goals", goal("Leren lassen", false)).ok().text("/id");

        anna.post(POP + "/goals/" + goal + "/learning-moments", "{\"text\":\"Van Piet\"}")
                .ok();
        assertThat(anna.withIfMatch(seen)
                        .post(POP + "/goals/" + goal + "/start")
                        .problem())
                .isEqualTo("412 version-stale");
    }

    /** Every operation that replaces something in a plan, with a body that is valid. */
    private static final Map<String, String> BODIES = Map.of(
            "/{pop}/portrait",
            "{\"motives\":\"twee\"}",
            "/{pop}/rhythm",
            "{\"weeks\":4}",
            "/{pop}/goals/{goal}",
            TeamFixture.changedGoal("Leren solderen", true),
            "/{pop}/activities/{activity}",
            TeamFixture.activity("Meelopen", ""));

    private static List<String> replacingOperations() throws IOException {
        String replacing = "PUT /api/pop-forms/{pop}/";
        return operations().stream()
                .filter(line -> line.startsWith(replacing))
                .map(line -> line.substring("PUT /api/pop-forms".length(), line.indexOf(" |")))
                .toList();
    }

    private static List<String> operations() throws IOException {
        try (InputStream file = PopFormsService.class.getResourceAsStream("operations.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
