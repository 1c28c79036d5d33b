package nl.klimrek.portal.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.gateway.UpstreamClient;
import nl.klimrek.portal.gateway.UpstreamUnavailableException;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Merges the OpenAPI documents of all services, again after five minutes. It never returns a part as a whole: while a
 * service is unavailable it returns the last complete document, or names the missing services.
 */
@Component
class OpenApiAggregator {
    private static final Logger LOG = LoggerFactory.getLogger(OpenApiAggregator.class);
    private static final Duration CACHE_TIME = Duration.ofMinutes(5);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final UpstreamClient upstreams;
    private final PortalSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private byte @Nullable [] known;
    private Instant until = Instant.MIN;

    OpenApiAggregator(UpstreamClient upstreams, PortalSettings settings, ObjectMapper json, Clock clock) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** The merged document as JSON; refused with 503 {@code description-incomplete} until every service has answered once. */
    synchronized byte[] merged() throws IOException {
        if (known != null && clock.instant().isBefore(until)) {
            return known;
        }
        MergedOpenApi merged = new MergedOpenApi(settings.at(""));
        for (Upstream service : Upstream.values()) {
            add(merged, service);
        }
        if (merged.whole()) {
            known = json.writeValueAsBytes(merged.document());
            until = clock.instant().plus(CACHE_TIME);
        } else if (known == null) {
            throw new RequestRefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "description-incomplete",
                    Map.of("missing", String.join(", ", merged.missing())));
        } else {
            until = clock.instant().plus(RETRY_INTERVAL);
        }
        return known;
    }

    private void add(MergedOpenApi merged, Upstream service) {
        try {
            HttpRequest request = HttpRequest.newBuilder(upstreams.address(service, "/v3/api-docs"))
                    .timeout(settings.timeOut())
                    .build();
            JsonNode api = upstreams.send(
                    service,
                    request,
                    answer -> answer.statusCode() == 200 ? json.readTree(answer.body()) : MissingNode.getInstance());
            if (api.isMissingNode()) {
                merged.missing(service.id());
            } else {
                merged.add(service.id(), api);
            }
        } catch (IOException | UpstreamUnavailableException unavailable) {
            LOG.info(
                    "No API description of {} now: {}",
                    service.id(),
                    unavailable.getClass().getSimpleName());
            merged.missing(service.id());
        }
    }
}
