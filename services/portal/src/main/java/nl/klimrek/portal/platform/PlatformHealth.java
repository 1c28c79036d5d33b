package nl.klimrek.portal.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.Upstream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Looks at every part at once, past circuit breakers, so that a service that came back is seen at once. Takes a little
 * longer than {@link #PATIENCE} when something hangs.
 */
@Component
class PlatformHealth {
    private static final String UNREACHABLE = "unreachable";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http;
    private final PortalSettings settings;
    private final HealthIndicator broker;
    private final HealthIndicator store;
    private final ExecutorService threads;

    PlatformHealth(
            HttpClient http,
            PortalSettings settings,
            @Qualifier("kafkaHealthIndicator") HealthIndicator broker,
            @Qualifier("mongoHealthIndicator") HealthIndicator store,
            ExecutorService readinessThreads) {
        this.http = http;
        this.settings = settings;
        this.broker = broker;
        this.store = store;
        this.threads = readinessThreads;
    }

    /** Why a part is not ready, as codes, by its name, sorted; empty where it is ready. */
    Map<String, Optional<String>> look() {
        Map<String, CompletableFuture<Optional<String>>> looks = new TreeMap<>();
        for (Upstream service : Upstream.values()) {
            looks.put(service.id(), answers(settings.addressOf(service.id()).orElse(null), "/readyz"));
        }
        if (settings.identity() != null) {
            looks.put("identity", answers(settings.identity(), "/identity/health/ready"));
        }
        looks.put("broker", healthy(broker));
        looks.put("store", healthy(store));
        Map<String, Optional<String>> found = new TreeMap<>();
        looks.forEach((part, look) -> found.put(part, look.join()));
        return found;
    }

    private CompletableFuture<Optional<String>> answers(URI base, String path) {
        if (base == null) {
            return CompletableFuture.completedFuture(Optional.of(UNREACHABLE));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() == 200
                        ? Optional.<String>empty()
                        : Optional.of(HealthCodes.in(answer.body())))
                .exceptionally(away -> Optional.of(UNREACHABLE));
    }

    private CompletableFuture<Optional<String>> healthy(HealthIndicator part) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            Status status = part.health().getStatus();
                            return status.equals(Status.UP)
                                    ? Optional.<String>empty()
                                    : Optional.of(HealthCodes.code(status.getDescription()));
                        },
                        threads)
                .exceptionally(broken -> Optional.of(HealthCodes.NOT_READY));
    }
}
