package nl.klimrek.benchmarks.front;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.klimrek.benchmarks.engines.PlatformProcess;

/** Access tokens of people of the demo, as {@code infra/token} gets them; renewed well before they expire. */
final class DemoTokens {

    private static final String CLIENT = "demo-cli";
    private static final long RENEW_AFTER_NANOS = 300_000_000_000L;

    private static final long HEARD_NANOS = 60_000_000_000L;
    private static final long LOOK_NANOS = 200_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final PlatformProcess platform;
    private final Map<String, Token> tokens = new HashMap<>();

    DemoTokens(PlatformProcess platform) {
        this.platform = platform;
    }

    /** The bearer token of a person, by e-mail address or short name. */
    synchronized String bearer(String person) throws IOException, InterruptedException {
        Token token = tokens.get(person);
        if (token == null || System.nanoTime() - token.issued() > RENEW_AFTER_NANOS) {
            token = new Token("Bearer " + request(person), System.nanoTime());
            tokens.put(person, token);
        }
        return token.bearer();
    }

    /** Gets a token of somebody who was added a moment ago, and of whom the issuer hears as any reader does. */
    void await(String person) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + HEARD_NANOS;
        while (true) {
            try {
                bearer(person);
                return;
            } catch (IllegalStateException unknown) {
                if (System.nanoTime() > deadline) {
                    throw unknown;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private String request(String person) throws IOException, InterruptedException {
        String secret =
                Files.readString(platform.data().resolve("secrets/" + CLIENT)).strip();
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(platform.address() + "/identity/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&person="
                                + URLEncoder.encode(person, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no token for " + person + ": " + answer.statusCode());
        }
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private record Token(String bearer, long issued) {}
}
