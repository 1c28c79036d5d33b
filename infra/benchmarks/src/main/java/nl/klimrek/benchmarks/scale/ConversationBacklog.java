package nl.klimrek.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.benchmarks.conversations.SyntheticOrganisation;
import nl.klimrek.benchmarks.engines.BenchmarkTokens;
import nl.klimrek.conversations.ConversationsService;
import nl.klimrek.servicekit.people.PeopleProjection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Whole conversations over HTTP at a service that reads nothing meanwhile, so that all its events wait for readers. */
final class ConversationBacklog implements AutoCloseable {

    static final String ORGANISATION = "scale";

    private static final int PEOPLE = 300;
    private static final int CLIENTS = 4;
    private static final int UNAVAILABLE = 503;
    private static final int RETRIES = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchmarkTokens tokens;
    private final ConfigurableApplicationContext service;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;

    /** Publishes an organisation, lets the service learn it, and stops its reader. */
    ConversationBacklog(ScalePlatform platform) {
        tokens = platform.tokens();
        var settings = platform.settings();
        settings.put("server.port", 0);
        service = ConversationsService.start(settings);
        api = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + "/api";
        SyntheticOrganisation.publish(
                platform.bootstrapServers(), service.getBean(PeopleProjection.class), ORGANISATION, PEOPLE);
        service.getBean(ConcurrentMessageListenerContainer.class).stop();
    }

    /** Adds whole conversations; each is about fourteen events. */
    void add(int conversations) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        try {
            List<Future<Void>> done = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                done.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < conversations; i = next.getAndIncrement()) {
                        whole(PEOPLE - 1 - i % (PEOPLE - 1));
                    }
                    return null;
                }));
            }
            for (Future<Void> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void whole(int employee) throws Exception {
        String one = tokens.bearer(ORGANISATION, SyntheticOrganisation.id(employee), "EMPLOYEE");
        String other = tokens.bearer(
                ORGANISATION, Objects.requireNonNull(SyntheticOrganisation.managerOf(employee)), "EMPLOYEE", "MANAGER");
        String path = "/conversations/"
                + post(one, "/conversations", "{'type':'DEVELOPMENT'}")
                        .path("id")
                        .asText();
        for (int point = 0; point < 3; point++) {
            post(one, path + "/agenda", "{'text':'What I would like to learn next'}");
        }
        post(one, path + "/notes", "{'text':'What went well this half year','shared':true}");
        Instant soon = Instant.now().plusSeconds(3600);
        String slot = "{'slotStart':'%s','slotEnd':'%s'}".formatted(soon, soon.plusSeconds(3600));
        post(other, path + "/invitation", slot);
        post(one, path + "/acceptance", slot);
        post(one, path + "/holding", "{}");
        LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(60);
        post(
                one,
                path + "/agreements",
                "{'text':'A day a month in the laboratory','owner':'MANAGER','dueDate':'%s'}".formatted(due));
        post(other, path + "/report", "{'text':'We talked about the laboratory.'}");
        post(one, path + "/confirmation", "{'version':1}");
        post(other, path + "/confirmation", "{'version':1}");
        post(one, path + "/closing", "{}");
    }

    private JsonNode post(String bearer, String path, String body)
            throws IOException, InterruptedException, JOSEException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        for (int retry = 0; answer.statusCode() == UNAVAILABLE && retry < RETRIES; retry++) {
            TimeUnit.SECONDS.sleep(1);
            answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        service.close();
    }
}
