package nl.klimrek.popforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;

/** The service's HTTP as one person uses it. */
final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String authorization;
    private final Map<String, String> headers = new HashMap<>();

    private Api(String authorization) {
        this.authorization = authorization;
    }

    static Api as(String person, String organisation, Role... roles) {
        return new Api(TestTokens.bearer(person, organisation, roles));
    }

    /** With this header on the next request only. */
    Api with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        headers.putIfAbsent("Idempotency-Key", UUID.randomUUID().toString());
        return send(request(path).POST(body(body)));
    }

    Answer put(String path, String body) {
        return send(request(path).PUT(body(body)));
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return text == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RunningPopForms.address() + "/api/pop-forms" + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        headers.clear();
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("ETag").orElse(null));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    record Answer(int status, String text, String etag) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(text, unreadable);
            }
        }

        /** A field of an answer that must be a success. */
        String field(String pointer) {
            if (status != 200) {
                throw new AssertionError(status + " " + text);
            }
            return json().at(pointer).asText();
        }

        /** Status and code of a problem. */
        String problem() {
            return status + " " + json().path("code").asText();
        }
    }
}
