package nl.klimrek.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;

/** The service's HTTP as one person uses it. */
record Api(String authorization, String language) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Api as(String person, String organisation, Role... roles) {
        return new Api(TestTokens.bearer(person, organisation, roles), "en");
    }

    static Api hr(String organisation) {
        return as("hella", organisation, Role.EMPLOYEE, Role.HR);
    }

    Api reading(String tag) {
        return new Api(authorization, tag);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    Answer importing(String query, String csv) {
        return importing(query, csv, UUID.randomUUID().toString());
    }

    Answer importing(String query, String csv, String key) {
        return importing(query, csv.getBytes(StandardCharsets.UTF_8), "text/csv", key);
    }

    Answer importing(String query, byte[] file, String type, String key) {
        return send(request("/imports" + query)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(RunningPeople.address() + "/api/people" + path))
                .header("Authorization", authorization)
                .header("Accept-Language", language);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** What was answered. */
    record Answer(int status, JsonNode json) {

        String text(String pointer) {
            return json.at(pointer).isMissingNode() ? null : json.at(pointer).asText();
        }

        String problem() {
            return status + " " + json.path("code").asText();
        }
    }
}
