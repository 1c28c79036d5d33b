package nl.klimrek.acceptance.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.klimrek.acceptance.Steady;
import nl.klimrek.testkit.guarantees.NoSecondAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Which outsiders each operation admits when its ids are Emre's. The result is the table
 * {@code who-may.txt}; a new, removed or newly opened operation shows as a difference.
 */
@ExtendWith(NoSecondAttempt.class)
class PermissionMatrixIT {

    private static final Set<Integer> OUT = Set.of(401, 403, 404);
    private static final Map<String, String> FILES =
            Map.of("text/csv", "employeeNumber,effectiveAt,familyName,startDate\n");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    private static final String UNKNOWN = "unknown-1";
    private static final String ELSEWHERE = "hr-elsewhere";

    private final EdgePlatform edge = EdgePlatform.shared();
    private final SampleBody bodies = new SampleBody(edge.openApi);
    private final String emre = edge.tokenOf("emre", "EMPLOYEE");
    private final Map<String, String> things = new LinkedHashMap<>();

    @Test
    void outsiders_reach_only_the_listed_operations_and_change_nothing() throws IOException {
        makeThings();
        Map<String, List<String>> passed = new LinkedHashMap<>();
        List<Operation> all = Operation.of(edge.openApi);
        all.forEach(operation -> passed.put(operation.toString(), new ArrayList<>()));
        List<JsonNode> before = Steady.answer(this::look);
        strangers().forEach((who, token) -> all.forEach(operation -> knock(operation, who, token, passed)));
        assertThat(look()).as("Emre's things after everybody else was there").isEqualTo(before);
        all.forEach(operation -> knock(operation, "hr", edge.tokenOf("hr", "EMPLOYEE", "HR"), passed));

        List<String> table = passed.entrySet().stream()
                .map(row -> (row.getKey() + " | " + String.join(", ", row.getValue())).strip())
                .toList();
        Files.write(Path.of("target/who-may.txt"), table);
        assertThat(table)
                .as("the table in src/test/resources; target/who-may.txt holds what was found")
                .containsExactlyElementsOf(expected());
    }

    private void makeThings() {
        String plan = await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> edge.ok("POST", "/api/pop-forms", emre, null)
                                .path("pop")
                                .asText(),
                        id -> !id.isEmpty());
        String conversation = edge.ok(
                        "POST",
                        "/api/conversations",
                        emre,
                        "{\"type\":\"CAREER\",\"counterpart\":\"" + edge.idOf("bram") + "\",\"windowFrom\":\""
                                + TODAY.plusDays(90) + "\",\"windowUntil\":\"" + TODAY.plusDays(115) + "\"}")
                .path("id")
                .asText();
        JsonNode pots = await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> edge.ok("GET", "/api/learning-budgets/mine", emre, null)
                                .path("pots"),
                        found -> found.size() > 0);
        String request = edge.ok(
                        "POST",
                        "/api/learning-budgets/requests",
                        emre,
                        "{\"what\":\"Een cursus\",\"neededOn\":\"" + TODAY.plusDays(15) + "\",\"shares\":"
                                + "[{\"pot\":\"" + pots.get(0).path("pot").asText()
                                + "\",\"amount\":1}],\"requiredByLaw\":false}")
                .path("id")
                .asText();
        things.put("/api/pop-forms/{pop}", plan);
        things.put("/api/conversations/{id}", conversation);
        things.put("/api/learning-budgets/requests/{request}", request);
        things.put("/api/learning-budgets/{employee}", edge.idOf("emre"));
        things.put("/api/people/{id}", edge.idOf("emre"));
        assertThat(things.values()).doesNotContain("");
    }

    private List<JsonNode> look() {
        return List.of(
                edge.ok("GET", "/api/pop-forms/" + things.get("/api/pop-forms/{pop}"), emre, null),
                edge.ok("GET", "/api/conversations/" + things.get("/api/conversations/{id}"), emre, null),
                edge.ok(
                        "GET",
                        "/api/learning-budgets/requests/" + things.get("/api/learning-budgets/requests/{request}"),
                        emre,
                        null),
                edge.ok("GET", "/api/learning-budgets/mine", emre, null));
    }

    private Map<String, String> strangers() {
        Map<String, String> strangers = new LinkedHashMap<>();
        strangers.put("colleague", edge.tokenOf("fatima", "EMPLOYEE"));
        strangers.put("other-manager", edge.tokenOf("chantal", "EMPLOYEE", "MANAGER"));
        strangers.put("coach", edge.mint.token("coach-outside", "demo", List.of("COACH")));
        strangers.put("auditor", edge.mint.token("auditor-outside", "demo", List.of("AUDITOR")));
        strangers.put("hr-system", edge.mint.token("hr-system", "demo", List.of("HR_SYSTEM")));
        strangers.put(ELSEWHERE, edge.mint.token("hr-outside", "sample", List.of("HR", "MANAGER", "AUDITOR")));
        return strangers;
    }

    private void knock(Operation operation, String who, String token, Map<String, List<String>> passed) {
        JsonNode body = bodies.of(operation);
        HttpResponse<String> answer = edge.send(
                operation.method(),
                operation.at(name -> idFor(operation, name)) + bodies.query(operation, edge.idOf("emre")),
                token,
                operation.contentType(),
                body == null ? file(operation) : body.toString());
        assertThat(answer.statusCode())
                .as(operation + " as " + who + ": " + answer.body())
                .isLessThan(500);
        if (who.equals(ELSEWHERE) && answer.statusCode() < 300) {
            assertThat(answer.body())
                    .as(operation.toString())
                    .doesNotContain(edge.idOf("emre"), edge.idOf("bram"), "@demo.example", "Kaya", "Hoekstra");
        }
        if (!OUT.contains(answer.statusCode())) {
            passed.get(operation.toString()).add(who);
        }
    }

    private static String file(Operation operation) {
        return operation.contentType() == null ? null : FILES.get(operation.contentType());
    }

    /** The resource of the longest path before this parameter. */
    private String idFor(Operation operation, String name) {
        String upToName = operation.path().substring(0, operation.path().indexOf("{" + name + "}")) + "{" + name + "}";
        return things.getOrDefault(upToName, UNKNOWN);
    }

    private static List<String> expected() throws IOException {
        try (var in = PermissionMatrixIT.class.getResourceAsStream("/who-may.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
