package nl.klimrek.acceptance.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.klimrek.acceptance.Steady;
import org.junit.jupiter.api.Test;

/** Sends thousands of malformed requests. None gets a server error, and the data of others does not change. */
class FuzzIT {

    private static final int ROUNDS = Integer.getInteger("klimrek.fuzz.rounds", 20);
    private static final int MOST_SHOWN = 20;

    private final EdgePlatform edge = EdgePlatform.shared();
    private final long seed = Long.getLong("klimrek.seed", 20261130L);
    private final Random random = new Random(seed);
    private final HostileInput hostile = new HostileInput(random);
    private final SampleBody bodies = new SampleBody(edge.openApi);
    private final List<String> callers = List.of(
            edge.tokenOf("anna", "EMPLOYEE"),
            edge.tokenOf("bram", "EMPLOYEE", "MANAGER"),
            edge.tokenOf("hr", "EMPLOYEE", "HR"),
            edge.mint.token("coach-outside", "demo", List.of("COACH", "AUDITOR")),
            edge.mint.token("hr-system", "demo", List.of("HR_SYSTEM")));

    @Test
    void no_request_causes_a_server_error_or_changes_another_s_data() {
        System.out.println("fuzzing with -Dklimrek.seed=" + seed);
        String karin = edge.tokenOf("karin", "EMPLOYEE");
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> edge.ok("POST", "/api/pop-forms", karin, null)
                                .path("pop")
                                .asText(),
                        id -> !id.isEmpty());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> edge.ok("GET", "/api/learning-budgets/mine", karin, null)
                                .path("pots")
                                .size()
                        > 0);
        List<JsonNode> before = Steady.answer(() -> look(karin));
        List<String> failed = new ArrayList<>();
        List<Operation> all = Operation.of(edge.openApi);
        for (int round = 0; round < ROUNDS; round++) {
            all.forEach(operation -> send(operation, failed));
        }
        assertThat(failed.stream().limit(MOST_SHOWN)).as("seed " + seed).isEmpty();
        assertThat(look(karin)).as("seed " + seed).isEqualTo(before);
        edge.awaitReady();
    }

    private List<JsonNode> look(String karin) {
        return List.of(
                edge.ok("GET", "/api/pop-forms/mine", karin, null),
                edge.ok("GET", "/api/learning-budgets/mine", karin, null),
                edge.ok("GET", "/api/conversations/busy", karin, null),
                edge.ok("GET", "/api/people/me", karin, null));
    }

    private void send(Operation operation, List<String> failed) {
        String path =
                operation.at(name -> EdgePlatform.encoded(random.nextBoolean() ? edge.idOf("anna") : hostile.id()));
        String query = hostile.query(operation);
        JsonNode body = bodies.of(operation);
        String sent = body != null ? hostile.changed(body) : operation.contentType() != null ? hostile.text() : null;
        String type = operation.contentType() == null || random.nextInt(20) == 0
                ? hostile.contentType()
                : operation.contentType();
        HttpResponse<String> answer =
                edge.send(operation.method(), path + query, callers.get(random.nextInt(callers.size())), type, sent);
        boolean problem = answer.statusCode() < 400
                || answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        if (answer.statusCode() >= 500 || !problem) {
            failed.add("%s %s%s %s <- %d %s"
                    .formatted(
                            operation.method(),
                            path,
                            query,
                            sent == null ? "" : sent.substring(0, Math.min(300, sent.length())),
                            answer.statusCode(),
                            answer.body()));
        }
    }
}
