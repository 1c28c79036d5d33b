package nl.klimrek.portal.gateway;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.UpstreamUnavailableException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends requests to services, for the gateway and the pages alike; {@link ResilientHttpClient} states the guarantee. */
@Component
public final class UpstreamClient {
    private static final Duration SOON = Duration.ofSeconds(1);
    private final ResilientHttpClient http;
    private final PortalSettings settings;

    UpstreamClient(ResilientHttpClient http, PortalSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /**
     * The address of a path at a service.
     *
     * @param pathAndQuery encoded as it goes over the wire
     * @throws UpstreamUnavailableException when no address of the service is configured
     * @throws IllegalArgumentException     when the path is not a valid part of an address
     */
    public URI address(Upstream service, String pathAndQuery) {
        URI base = settings.addressOf(service.id())
                .orElseThrow(() -> new UpstreamUnavailableException(
                        service, Reason.UNREACHABLE, http.openDuration(service.id()), null));
        return URI.create(base + pathAndQuery);
    }

    /**
     * Sends a request and lets the handler read the response; closes the body afterwards.
     *
     * @throws UpstreamUnavailableException when there is no response
     * @throws IOException                  when reading the response fails
     */
    public <T> T send(Upstream service, HttpRequest request, ResponseHandler<T> handler) throws IOException {
        try {
            return http.send(service.id(), request, handler);
        } catch (NoResponseException noResponse) {
            throw unavailable(service, noResponse.getCause());
        }
    }

    private UpstreamUnavailableException unavailable(Upstream service, @Nullable Throwable cause) {
        if (cause instanceof BulkheadFullException) {
            return new UpstreamUnavailableException(service, Reason.BUSY, SOON, cause);
        }
        if (cause instanceof CallNotPermittedException) {
            return new UpstreamUnavailableException(
                    service, Reason.UNREACHABLE, http.openDuration(service.id()), cause);
        }
        boolean slow = cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
        return new UpstreamUnavailableException(service, slow ? Reason.SLOW : Reason.UNREACHABLE, SOON, cause);
    }
}
