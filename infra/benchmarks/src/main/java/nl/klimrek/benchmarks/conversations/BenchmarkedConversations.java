package nl.klimrek.benchmarks.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.benchmarks.engines.BenchmarkTokens;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.conversations.ConversationsService;
import org.springframework.context.ConfigurableApplicationContext;

/** The conversations service on a broker and a store in another process, called over HTTP. */
final class BenchmarkedConversations implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchmarkTokens tokens;
    private final ConfigurableApplicationContext service;
    private final HttpClient http = HttpClient.newHttpClient();

    BenchmarkedConversations(Engines engines) throws JOSEException, IOException {
        tokens = new BenchmarkTokens();
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("klimrek.topics", "unchecked");
        settings.put("spring.data.mongodb.uri", engines.mongoUri());
        settings.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
        settings.put("klimrek.security.issuer", BenchmarkTokens.ISSUER);
        settings.put("klimrek.security.jwk-set-uri", tokens.keys());
        // The answer waits until everybody is invited.
        settings.put("klimrek.conversations.planning.answer-within", 100_000);
        service = ConversationsService.start(settings);
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    /** A caller of the API. */
    Person person(String organisation, String person, String... roles) throws JOSEException {
        return new Person(tokens.bearer(organisation, person, roles));
    }

    @Override
    public void close() {
        service.close();
        tokens.close();
    }

    /** One person's requests; a refusal ends the measurement. */
    final class Person {

        private final String authorization;

        private Person(String authorization) {
            this.authorization = authorization;
        }

        JsonNode post(String path, String body) throws IOException, InterruptedException {
            return send(request(path)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                    .build());
        }

        JsonNode put(String path, String body) throws IOException, InterruptedException {
            return send(request(path)
                    .PUT(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                    .build());
        }

        JsonNode get(String path) throws IOException, InterruptedException {
            return send(request(path).GET().build());
        }

        private HttpRequest.Builder request(String path) {
            String port = service.getEnvironment().getProperty("local.server.port");
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api" + path))
                    .header("Authorization", authorization)
                    .header("Content-Type", "application/json");
        }

        private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        }
    }
}
