package nl.klimrek.portal.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.upstream.Service;
import nl.klimrek.portal.upstream.ServiceAway;
import nl.klimrek.portal.upstream.Upstreams;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The merged description, asked of the services anew after five minutes. It is never a part that looks whole: while services
 * are missing from it the last whole one stands, and where there was none yet it says which services it waits for.
 */
@Component
class ServiceDescriptions {
    private static final Logger log = LoggerFactory.getLogger(ServiceDescriptions.class);
    private static final Duration WHOLE_LASTS = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Upstreams upstreams;
    private final PortalSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private byte[] known;
    private Instant until = Instant.MIN;

    ServiceDescriptions(Upstreams upstreams, PortalSettings settings, ObjectMapper json, Clock clock) {
        this.upstreams = upstreams;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** JSON bytes of the merged description; refused with 503 {@code description-incomplete} until every service has told its own. */
    synchronized byte[] merged() throws IOException {
        if (clock.instant().isBefore(until)) {
            return known;
        }
        MergedApi merged = new MergedApi(settings.at(""));
        for (Service service : Service.values()) {
            add(merged, service);
        }
        if (merged.whole()) {
            known = json.writeValueAsBytes(merged.document());
            until = clock.instant().plus(WHOLE_LASTS);
        } else if (known == null) {
            throw new RequestRefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "description-incomplete",
                    Map.of("missing", String.join(", ", merged.missing())));
        } else {
            until = clock.instant().plus(LOOK_AGAIN);
        }
        return known;
    }

    private void add(MergedApi merged, Service service) {
        try {
            HttpRequest request = HttpRequest.newBuilder(upstreams.address(service, "/v3/api-docs"))
                    .timeout(settings.timeOut())
                    .build();
            JsonNode api = upstreams.ask(
                    service, request, answer -> answer.statusCode() == 200 ? json.readTree(answer.body()) : null);
            if (api == null) {
                merged.missing(service.id());
            } else {
                merged.add(service.id(), api);
            }
        } catch (IOException | ServiceAway away) {
            log.info(
                    "No API description of {} now: {}",
                    service.id(),
                    away.getClass().getSimpleName());
            merged.missing(service.id());
        }
    }
}
