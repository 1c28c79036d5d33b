package nl.klimrek.servicekit.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.servicekit.ServiceLauncher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Broker and store are away, as during an election: the instance stays ready and its health says what is missing. */
class StoreAndBrokerAwayIT {
    @TempDir
    Path folder;

    @Test
    void readiness_is_about_the_process_and_the_dependencies_say_what_is_away() throws Exception {
        EmbeddedMongo store = EmbeddedMongo.start(folder);
        Map<String, Object> overrides = Map.of(
                "server.port",
                0,
                "spring.data.mongodb.uri",
                store.connectionString(),
                "klimrek.eventing.declared-readers-only",
                false,
                "spring.kafka.bootstrap-servers",
                "127.0.0.1:9");
        try (ConfigurableApplicationContext service = ServiceLauncher.start(RosterService.class, "roster", overrides)) {
            String port = service.getEnvironment().getProperty("local.server.port");
            assertThat(get(port, "/readyz").statusCode()).isEqualTo(200);
            HttpResponse<String> brokerAway = get(port, "/healthz");
            assertThat(brokerAway.statusCode()).isEqualTo(503);
            assertThat(reason(brokerAway, "kafka")).isEqualTo("broker-away");
            assertThat(JsonPath.<String>read(brokerAway.body(), "$.components.mongo.status"))
                    .isEqualTo("UP");

            store.close();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(reason(get(port, "/healthz"), "mongo")).isEqualTo("store-away"));
            assertThat(get(port, "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(port, "/actuator/health/readiness").body()).doesNotContain("mongo", "kafka", "outbox");
        } finally {
            store.close();
        }
    }

    private static String reason(HttpResponse<String> answer, String part) {
        return JsonPath.read(answer.body(), "$.components." + part + ".description");
    }

    private static HttpResponse<String> get(String port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
