package nl.klimrek.acceptance.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import nl.klimrek.acceptance.Command;
import nl.klimrek.acceptance.RunningPlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefusalsIT {

    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = RunningPlatform.shared();
    }

    @Test
    void a_second_start_on_the_same_data_is_refused() {
        Command.Result second = Command.run(Duration.ofMinutes(1), "infra/up", "--data", platform.data.toString());
        assertThat(second.exit()).isEqualTo(2);
        assertThat(second.output().strip().lines()).hasSize(1);
    }

    @Test
    void a_start_on_a_used_port_is_refused() {
        Path other = platform.data.resolveSibling("klimrek-" + UUID.randomUUID());
        Command.Result taken = Command.run(
                Duration.ofMinutes(2), "infra/up", "--data", other.toString(), "--port", "" + platform.port);
        assertThat(taken.exit()).isEqualTo(2);
        assertThat(taken.output()).contains("" + platform.port).contains("--port");
    }

    @Test
    void a_request_without_a_token_is_refused() {
        HttpResponse<String> answer =
                platform.send(HttpRequest.newBuilder(URI.create(platform.url("/api/people/summary"))));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void another_organisation_s_hr_sees_none_of_ours() {
        String mine = platform.get("/api/people/me", platform.token("anna")).body();
        String anna = mine.replaceFirst("(?s).*\"(?:person|id)\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        String stranger = platform.token("hr", "--organisation", "sample");
        assertThat(platform.get("/api/people/" + anna, platform.token("hr")).statusCode())
                .isEqualTo(200);
        assertThat(platform.get("/api/people/" + anna, stranger).statusCode()).isIn(403, 404);
        assertThat(platform.get("/api/people/summary", stranger).body()).doesNotContain("\"employed\":14");
    }

    @Test
    void too_large_malformed_and_unknown_requests_get_problem_details() {
        String token = platform.token("anna");
        assertThat(post("/api/conversations", token, "x".repeat(10_000_000)).statusCode())
                .isEqualTo(413);
        assertThat(post("/api/conversations", token, "{not json").statusCode()).isEqualTo(400);
        assertThat(platform.get("/api/nothing-here", token).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> post(String path, String token, String body) {
        return platform.send(HttpRequest.newBuilder(URI.create(platform.url(path)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
