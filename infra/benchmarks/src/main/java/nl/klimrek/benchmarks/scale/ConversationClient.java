package nl.klimrek.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import nl.klimrek.benchmarks.conversations.SyntheticOrganisation;
import nl.klimrek.benchmarks.engines.BenchmarkTokens;

/** Whole conversations over HTTP, at instances in turn. A request without an answer is sent to the next one with its key. */
final class ConversationClient {
    /** An hour of its own for each conversation, because nobody has two at one moment. */
    private static final AtomicInteger SLOTS = new AtomicInteger();

    static final String ORGANISATION = "scale";
    static final int PEOPLE = 300;
    /** Events of one conversation. */
    static final int EVENTS = 13;

    private static final int MAX_ATTEMPTS = 60;
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchmarkTokens tokens;
    private final List<String> instances;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger turn = new AtomicInteger();
    private final LongAdder commands = new LongAdder();
    private final LongAdder closed = new LongAdder();

    ConversationClient(BenchmarkTokens tokens, List<String> instances) {
        this.tokens = tokens;
        this.instances = instances;
    }

    /** Commands acknowledged so far. */
    long commands() {
        return commands.sum();
    }

    /** Conversations whose end was acknowledged so far. */
    long closed() {
        return closed.sum();
    }

    /** Takes a conversation of this employee from its start to its end. */
    void whole(int employee) throws IOException, InterruptedException, JOSEException {
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
        Instant soon = Instant.now().plusSeconds(3600L * SLOTS.incrementAndGet());
        String slot = "{'slotStart':'%s','slotEnd':'%s','outside':true}".formatted(soon, soon.plusSeconds(3600));
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
        closed.increment();
    }

    private JsonNode post(String bearer, String path, String body) throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            String failure;
            try {
                HttpResponse<String> answer =
                        http.send(request(bearer, path, key, body), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    commands.increment();
                    return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
                }
                failure = answer.statusCode() + " " + answer.body();
                if (answer.statusCode() < 500) {
                    throw new IllegalStateException(path + ": " + failure);
                }
            } catch (IOException brokenOff) {
                failure = brokenOff.toString();
            }
            if (attempt == MAX_ATTEMPTS) {
                throw new IllegalStateException(path + ": " + failure);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private HttpRequest request(String bearer, String path, String key, String body) {
        String instance = instances.get(Math.floorMod(turn.getAndIncrement(), instances.size()));
        return HttpRequest.newBuilder(URI.create(instance + "/api" + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
    }
}
