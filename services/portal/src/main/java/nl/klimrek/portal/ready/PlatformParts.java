package nl.klimrek.portal.ready;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.upstream.Service;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Looks at every part at once, past circuit breakers, so that a service that came back is seen at once. Takes a little
 * longer than {@link #PATIENCE} when something hangs.
 */
@Component
class PlatformParts {
    static final String UP = "UP";
    static final String DOWN = "DOWN";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http;
    private final PortalSettings settings;
    private final HealthIndicator broker;
    private final HealthIndicator store;
    private final ExecutorService threads;

    PlatformParts(HttpClient http, PortalSettings settings, @Qualifier("kafkaHealthIndicator") HealthIndicator broker,
            @Qualifier("mongoHealthIndicator") HealthIndicator store, ExecutorService readinessThreads) {
        this.http = http;
        this.settings = settings;
        this.broker = broker;
        this.store = store;
        this.threads = readinessThreads;
    }

    /** {@code UP} or {@code DOWN} by part, sorted by name. */
    Map<String, String> look() {
        Map<String, CompletableFuture<Boolean>> looks = new TreeMap<>();
        for (Service service : Service.values()) {
            looks.put(service.id(), answers(settings.addressOf(service.id()).orElse(null), "/actuator/health/readiness"));
        }
        if (settings.identity() != null) {
            looks.put("identity", answers(settings.identity(), "/identity/health/ready"));
        }
        looks.put("broker", healthy(broker));
        looks.put("store", healthy(store));
        Map<String, String> found = new TreeMap<>();
        looks.forEach((part, look) -> found.put(part, look.join() ? UP : DOWN));
        return found;
    }

    private CompletableFuture<Boolean> answers(URI base, String path) {
        if (base == null) {
            return CompletableFuture.completedFuture(false);
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() == 200)
                .exceptionally(away -> false);
    }

    private CompletableFuture<Boolean> healthy(HealthIndicator part) {
        return CompletableFuture.supplyAsync(() -> part.health().getStatus().equals(Status.UP), threads)
                .exceptionally(broken -> false);
    }
}
