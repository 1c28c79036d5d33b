package nl.klimrek.benchmarks.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** The portal's API as one person calls it; an unexpected answer ends the measurement. */
final class FrontDoor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String address;
    private final DemoTokens tokens;
    private final String person;

    FrontDoor(HttpClient http, String address, DemoTokens tokens, String person) {
        this.http = http;
        this.address = address;
        this.tokens = tokens;
        this.person = person;
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                request(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return body(path, answer);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return body(path, http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** Status of a request that both servers pass on and neither does anything for. */
    int empty() throws IOException, InterruptedException {
        return http.send(
                        request("/api/conversations/no/such/operation").build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", tokens.bearer(person));
    }

    private static JsonNode body(String path, HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer.body().length == 0 ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
