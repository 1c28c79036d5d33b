package nl.klimrek.standalone.hr;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.klimrek.contracts.ContractJson;
import org.jspecify.annotations.Nullable;

/** HTTP client that asks the people service about records, as HR and through the portal. */
final class PeopleClient {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();
    private final String portal;
    private final Supplier<String> tokens;
    private @Nullable String token;

    /** @param tokens supplies access tokens of the organisation's HR */
    PeopleClient(String portal, Supplier<String> tokens) {
        this.portal = portal;
        this.tokens = tokens;
    }

    JsonNode summary() {
        return get("/api/people/summary");
    }

    JsonNode person(String id) {
        return get("/api/people/" + id);
    }

    JsonNode byNumber(String source, List<String> numbers) {
        return get("/api/people/by-number?source=" + encoded(source) + repeated("number", numbers));
    }

    JsonNode setAside(String source, List<String> records) {
        return get("/api/people/quarantine/by-record?source=" + encoded(source) + repeated("record", records));
    }

    private JsonNode get(String path) {
        if (token == null) {
            token = tokens.get();
        }
        HttpResponse<String> answer = send(path);
        if (answer.statusCode() == 401) {
            token = tokens.get();
            answer = send(path);
        }
        if (answer.statusCode() != 200) {
            throw new LoadInterruptedException(
                    "Klimrek answered " + answer.statusCode() + " to " + path.replaceAll("\\?.*", "") + ".");
        }
        try {
            return ContractJson.mapper().readTree(answer.body());
        } catch (IOException noJson) {
            throw new LoadInterruptedException("The server at " + portal + " is not Klimrek.");
        }
    }

    private HttpResponse<String> send(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new LoadInterruptedException("Klimrek stopped answering at " + portal + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadInterruptedException("Interrupted.");
        }
    }

    private static String repeated(String name, List<String> values) {
        return values.stream().map(value -> "&" + name + "=" + encoded(value)).collect(Collectors.joining());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
