package nl.klimrek.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.service.TestTokens;

/** The service's HTTP as one person uses it. */
record Api(String authorization, String language) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Api as(String person, Company company, Role... roles) {
        Role[] all = roles.length == 0 ? new Role[] {Role.EMPLOYEE} : roles;
        return new Api(TestTokens.bearer(person, company.name, all), "en");
    }

    static Api hr(Company company) {
        return as("hella", company, Role.EMPLOYEE, Role.HR);
    }

    Api reading(String tag) {
        return new Api(authorization, tag);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .DELETE());
    }

    Answer post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String key) {
        return send(posting(path, body, key));
    }

    Answer postCsv(String path, String csv, String key) {
        return send(request(path)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    Answer postOn(String tag, String path, String body) {
        return send(posting(path, body, UUID.randomUUID().toString()).header("If-Match", tag));
    }

    Answer put(String path, String body) {
        return send(putting(path, body));
    }

    Answer putOn(String tag, String path, String body) {
        return send(putting(path, body).header("If-Match", tag));
    }

    /** What is open to anybody. */
    static JsonNode open(String path) {
        return send(HttpRequest.newBuilder(URI.create(ConversationsUnderTest.address() + path)))
                .ok()
                .json();
    }

    Answer putCalendar(String path, String calendar) {
        return send(request(path)
                .header("Content-Type", "text/calendar")
                .PUT(HttpRequest.BodyPublishers.ofString(calendar)));
    }

    private HttpRequest.Builder putting(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    private HttpRequest.Builder posting(String path, String body, String key) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(ConversationsUnderTest.address() + "/api" + path))
                .header("Authorization", authorization)
                .header("Accept-Language", language);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode json = answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Answer(
                    answer.statusCode(),
                    json,
                    answer.headers().firstValue("ETag").orElse(null));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** What was answered. */
    record Answer(int status, JsonNode json, String tag) {

        String text(String pointer) {
            return json.at(pointer).isMissingNode() ? null : json.at(pointer).asText();
        }

        String problem() {
            return status + " " + json.path("code").asText();
        }

        Answer ok() {
            if (status >= 300) {
                throw new AssertionError(status + " " + json);
            }
            return this;
        }
    }
}
