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

/** Asks people, through the portal and as HR, what became of records. */
final class PeopleApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String portal;
    private final Supplier<String> tokens;
    private String token;

    /** @param tokens gives a fresh token of HR of the organisation; asked again when one has expired */
    PeopleApi(String portal, Supplier<String> tokens) {
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
            throw new NotArrived(
                    "Klimrek answered " + answer.statusCode() + " to " + path.replaceAll("\\?.*", "") + ".");
        }
        try {
            return ContractJson.mapper().readTree(answer.body());
        } catch (IOException noJson) {
            throw new NotArrived("What answers at " + portal + " is not Klimrek.");
        }
    }

    private HttpResponse<String> send(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException away) {
            throw new NotArrived("Klimrek stopped answering at " + portal + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotArrived("Interrupted.");
        }
    }

    private static String repeated(String name, List<String> values) {
        return values.stream().map(value -> "&" + name + "=" + encoded(value)).collect(Collectors.joining());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
