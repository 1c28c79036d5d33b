package nl.klimrek.portal.guest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.contracts.ContractJson;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.gateway.UpstreamClient;
import nl.klimrek.portal.reader.GuestLogin;
import org.springframework.stereotype.Component;

/** Asks the conversations service about the link of somebody who is not signed in. The link is in the body, never in a path. */
@Component
final class GuestLinkClient {
    private static final String PATH = "/api/conversations/external-links/";

    private final UpstreamClient upstreams;
    private final PortalSettings settings;
    private final ObjectMapper json = ContractJson.mapper();

    GuestLinkClient(UpstreamClient upstreams, PortalSettings settings) {
        this.upstreams = upstreams;
        this.settings = settings;
    }

    /** What a link leads to; empty for one that does not work. */
    Optional<GuestAccount> check(String link) throws IOException {
        Optional<JsonNode> found = post("checks", Map.of("link", link));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(json.treeToValue(found.orElseThrow(), GuestAccount.class));
    }

    /** Signs in; empty for a link that does not work, and without the terms on the first time. */
    Optional<GuestLogin> signIn(String link, boolean terms) throws IOException {
        return post("sessions", Map.of("link", link, "terms", terms)).map(session -> {
            JsonNode account = session.path("account");
            return new GuestLogin(
                    account.path("coach").asText(),
                    new Organisation(session.path("organisation").asText()),
                    account.path("name").asText(),
                    session.path("token").asText());
        });
    }

    /** Declines the invitation; false for a link that does not work. */
    boolean decline(String link) throws IOException {
        return post("refusals", Map.of("link", link)).isPresent();
    }

    /** Asks for a new link; the answer says nothing. */
    void renew(String link) throws IOException {
        post("renewals", Map.of("link", link));
    }

    private Optional<JsonNode> post(String what, Map<String, Object> body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(upstreams.address(Upstream.CONVERSATIONS, PATH + what))
                .timeout(settings.timeOut())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        return upstreams.send(Upstream.CONVERSATIONS, request, answer -> {
            byte[] content = answer.body().readAllBytes();
            if (answer.statusCode() >= 500) {
                throw new IOException("conversations answered " + answer.statusCode());
            }
            return answer.statusCode() >= 300
                    ? Optional.empty()
                    : Optional.of(content.length == 0 ? json.createObjectNode() : json.readTree(content));
        });
    }
}
