package nl.klimrek.benchmarks.hr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import nl.klimrek.benchmarks.engines.BenchmarkTokens;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.conversations.ConversationsService;
import nl.klimrek.insights.InsightsService;
import nl.klimrek.journal.JournalService;
import nl.klimrek.learningbudgets.LearningBudgetsService;
import nl.klimrek.people.PeopleService;
import nl.klimrek.popforms.PopFormsService;
import nl.klimrek.reminders.RemindersService;
import org.springframework.context.ConfigurableApplicationContext;

/** The people service and all its readers, on engines in another process. */
final class BenchmarkedServices implements AutoCloseable {

    static final String BIG = "big";
    static final String SMALL = "small";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchmarkTokens tokens;
    private final Map<String, ConfigurableApplicationContext> contexts = new LinkedHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String people;

    BenchmarkedServices(Engines engines, Path folder) throws JOSEException, IOException {
        tokens = new BenchmarkTokens();
        Map<String, Function<Map<String, Object>, ConfigurableApplicationContext>> services = new LinkedHashMap<>();
        services.put("people", PeopleService::start);
        services.put("conversations", ConversationsService::start);
        services.put("pop-forms", PopFormsService::start);
        services.put("learning-budgets", LearningBudgetsService::start);
        services.put("reminders", RemindersService::start);
        services.put("insights", InsightsService::start);
        services.put("journal", JournalService::start);
        services.forEach((name, start) -> contexts.put(name, start.apply(settings(name, engines, folder))));
        people = "http://127.0.0.1:" + context("people").getEnvironment().getProperty("local.server.port")
                + "/api/people";
    }

    private ConfigurableApplicationContext context(String service) {
        return Objects.requireNonNull(contexts.get(service), service);
    }

    private Map<String, Object> settings(String name, Engines engines, Path folder) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("klimrek.topics", "unchecked");
        settings.put("klimrek.eventing.instance", name + "-bench");
        settings.put("spring.data.mongodb.uri", engines.mongoUri());
        settings.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
        settings.put("klimrek.security.issuer", BenchmarkTokens.ISSUER);
        settings.put("klimrek.security.jwk-set-uri", tokens.keys());
        settings.put("klimrek.people.sources.hr-" + BIG, BIG);
        settings.put("klimrek.people.sources.hr-" + SMALL, SMALL);
        settings.put("klimrek.journal.signing-key", folder.resolve("journal-key.pem"));
        settings.put("klimrek.journal.create-signing-key", true);
        settings.put("klimrek.reminders.portal-url", "http://127.0.0.1");
        return settings;
    }

    /** Commands that each service gave the store so far. */
    Map<String, Long> storeTrips() {
        Map<String, Long> trips = new LinkedHashMap<>();
        contexts.forEach((name, context) -> trips.put(
                name,
                context.getBean(MeterRegistry.class).find("mongodb.driver.commands").timers().stream()
                        .mapToLong(Timer::count)
                        .sum()));
        return trips;
    }

    /** Sends a file as HR of an organisation and returns the successful answer. */
    JsonNode importing(String organisation, HttpRequest.BodyPublisher file)
            throws IOException, InterruptedException, JOSEException {
        return send(
                organisation,
                HttpRequest.newBuilder(URI.create(people + "/imports?dryRun=false&limit=1"))
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(file));
    }

    JsonNode find(String organisation, String id) throws IOException, InterruptedException, JOSEException {
        return send(
                organisation,
                HttpRequest.newBuilder(URI.create(people + "/imports/" + id + "?limit=1"))
                        .GET());
    }

    private JsonNode send(String organisation, HttpRequest.Builder request)
            throws IOException, InterruptedException, JOSEException {
        HttpResponse<String> answer = http.send(
                request.header("Authorization", tokens.bearer(organisation, "hella", "HR"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        contexts.values().forEach(ConfigurableApplicationContext::close);
        tokens.close();
    }
}
