package nl.klimrek.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.eventing.inbox.DeadLetterReplay;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.service.TestTokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances of the journal on one store and one broker, as they run in production, started once per JVM. */
final class RunningJournals {

    static final RunningJournals SHARED = new RunningJournals();

    final Backend backend = Backend.embedded();
    final String database = backend.freshDatabase();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ConfigurableApplicationContext> instances;

    private RunningJournals() {
        createTopics();
        Path key = keyFile();
        instances = List.of(startWithKey(key, true), startWithKey(key, true));
    }

    /** What came back. */
    record Reply(int status, String text) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("not JSON: " + text, e);
            }
        }
    }

    /** Asks one of the instances, in turn by the length of the path, as somebody. */
    Reply get(String path, String person, String organisation, Role... roles) {
        return send(request(path, person, organisation, roles));
    }

    /** Sends a command in the same way; without a body where that is empty. */
    Reply post(
            String path, String body, Map<String, String> headers, String person, String organisation, Role... roles) {
        HttpRequest.Builder request = request(path, person, organisation, roles)
                .POST(body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.header("Content-Type", "application/json"));
    }

    private HttpRequest.Builder request(String path, String person, String organisation, Role... roles) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(path.length() % 2) + "/api/journal" + path))
                .header("Authorization", TestTokens.bearer(person, organisation, roles));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port(int instance) {
        return Integer.parseInt(instances.get(instance).getEnvironment().getProperty("local.server.port"));
    }

    <T> T bean(int instance, Class<T> type) {
        return instances.get(instance).getBean(type);
    }

    ConfigurableApplicationContext startWithKey(Path key, boolean create) {
        Map<String, Object> settings = new HashMap<>(TestTokens.properties());
        settings.put("server.port", 0);
        settings.put("spring.data.mongodb.uri", backend.mongoUri());
        settings.put("spring.data.mongodb.database", database);
        settings.put("spring.kafka.bootstrap-servers", backend.bootstrapServers());
        settings.put("klimrek.journal.signing-key", key);
        settings.put("klimrek.journal.create-signing-key", create);
        settings.put("klimrek.journal.checkpoint-every", "1s");
        return JournalService.start(settings);
    }

    private static Path keyFile() {
        try {
            return Files.createTempDirectory("journal-key").resolve("signing-key.pem");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", backend.bootstrapServers()))) {
            List<NewTopic> topics = new ArrayList<>();
            DeclaredTopic.onSingleBroker().stream()
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                    .forEach(topics::add);
            topics.add(new NewTopic(DeadLetterReplay.retryTopic(DeadLetterIT.READER), 1, (short) 1));
            admin.createTopics(topics).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
