package nl.klimrek.portal.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.portal.gateway.Upstream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Checks all parts in parallel, without circuit breakers, so that a recovered service shows within a second. Takes a little
 * longer than {@link #TIMEOUT} when a part hangs.
 *
 * <p>There is one check at a time, which all who ask meanwhile share. Everybody may ask, and each check is a request to every
 * service and through it to broker and store; without this, many who ask would make parts look away that are only busy.
 */
@Component
class PlatformHealth {
    private static final String UNREACHABLE = "unreachable";

    /** A service waits for the broker and then the store itself, and after that it can say which of them is away. */
    private static final Duration TIMEOUT = Duration.ofSeconds(6);

    private static final Duration VALID = Duration.ofSeconds(1);

    private final HttpClient http;
    private final PortalSettings settings;
    private final HealthIndicator broker;
    private final HealthIndicator store;
    private final ExecutorService threads;
    private Map<String, Optional<String>> found = Map.of();
    private long foundAt;

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

    /** Why a part is not ready, as codes, by its name, sorted; empty where it is ready. At most a second old. */
    synchronized Map<String, Optional<String>> check() {
        if (found.isEmpty() || System.nanoTime() - foundAt > VALID.toNanos()) {
            found = ask();
            foundAt = System.nanoTime();
        }
        return found;
    }

    private Map<String, Optional<String>> ask() {
        Map<String, CompletableFuture<Optional<String>>> checks = new TreeMap<>();
        for (Upstream service : Upstream.values()) {
            checks.put(service.id(), answers(settings.addressOf(service.id()).orElse(null), "/healthz"));
        }
        if (settings.identity() != null) {
            checks.put("identity", answers(settings.identity(), "/identity/health/ready"));
        }
        checks.put("broker", healthy(broker));
        checks.put("store", healthy(store));
        Map<String, Optional<String>> answers = new TreeMap<>();
        checks.forEach((part, check) -> answers.put(part, check.join()));
        return Collections.unmodifiableMap(answers);
    }

    private CompletableFuture<Optional<String>> answers(@Nullable URI base, String path) {
        if (base == null) {
            return CompletableFuture.completedFuture(Optional.of(UNREACHABLE));
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT).build();
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
