package nl.klimrek.learningbudgets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.backend.TopicAdmin;
import nl.klimrek.testkit.service.TestTokens;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on the embedded broker and store, started once per JVM, reached from outside only. */
final class RunningService {

    static final RunningService SHARED = new RunningService();

    private static final ObjectMapper JSON = new ObjectMapper();

    final Events events;
    private final ConfigurableApplicationContext context;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService() {
        Backend backend = Backend.embedded();
        createTopics(backend);
        Map<String, Object> settings = new HashMap<>(TestTokens.properties());
        settings.put("server.port", 0);
        settings.put("spring.data.mongodb.uri", backend.mongoUri());
        settings.put("spring.data.mongodb.database", backend.freshDatabase());
        settings.put("spring.kafka.bootstrap-servers", backend.bootstrapServers());
        context = LearningBudgetsService.start(settings);
        address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
                + "/api/learning-budgets";
        events = new Events(backend.bootstrapServers());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @SuppressWarnings("unchecked")
    AggregateStore<BudgetAccount> accounts() {
        return (AggregateStore<BudgetAccount>) context.getBean("accounts");
    }

    /** What came back. */
    record Reply(int status, JsonNode body, String etag) {

        String code() {
            return body.path("code").asText();
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    /** Somebody with a token. */
    record Person(String id, String organisation, Role... roles) {

        Reply get(String path) {
            return SHARED.send(request(path).GET());
        }

        Reply post(String path, String body) {
            return post(path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        }

        Reply post(String path, String body, Map<String, String> headers) {
            HttpRequest.Builder request =
                    request(path).POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json");
            headers.forEach(request::header);
            return SHARED.send(request);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(SHARED.address + path))
                    .header("Authorization", TestTokens.bearer(id, organisation, roles));
        }
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Reply(
                    answer.statusCode(),
                    body,
                    answer.headers().firstValue("ETag").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void createTopics(Backend backend) {
        try (TopicAdmin admin = new TopicAdmin(backend.bootstrapServers())) {
            admin.createTopicsOf("learning-budgets");
        }
    }
}
