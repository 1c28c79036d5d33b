package nl.klimrek.standalone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import nl.klimrek.servicekit.ServiceIndex;
import nl.klimrek.servicekit.ServiceLauncher;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of {@link ServiceIndex}, each in its own Spring context. */
final class ServiceContexts implements AutoCloseable {

    private static final int CONCURRENT_STARTS = 2;
    /** These take longest to start, so they start first. */
    private static final Set<String> SLOWEST = Set.of("portal", "conversations");

    private static final Map<String, Class<?>> SERVICES = ServiceIndex.load();

    private final List<ConfigurableApplicationContext> contexts;

    private ServiceContexts(List<ConfigurableApplicationContext> contexts) {
        this.contexts = contexts;
    }

    /** Starts all services, two at a time. If one fails to start, the others are stopped. */
    static ServiceContexts start(Function<String, Map<String, Object>> settings) {
        ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT_STARTS);
        List<CompletableFuture<ConfigurableApplicationContext>> starts = names().stream()
                .sorted(Comparator.comparing(name -> !SLOWEST.contains(name)))
                .map(name -> CompletableFuture.supplyAsync(
                        () -> ServiceLauncher.start(
                                Objects.requireNonNull(SERVICES.get(name)), name, settings.apply(name)),
                        threads))
                .toList();
        threads.shutdown();
        List<ConfigurableApplicationContext> started = new ArrayList<>();
        RuntimeException failure = null;
        for (CompletableFuture<ConfigurableApplicationContext> start : starts) {
            try {
                started.add(start.join());
            } catch (CompletionException e) {
                failure = failure == null ? e : failure;
            }
        }
        ServiceContexts services = new ServiceContexts(started);
        if (failure != null) {
            services.close();
            throw failure;
        }
        return services;
    }

    /** Short names of the services. */
    static List<String> names() {
        return List.copyOf(SERVICES.keySet());
    }

    @Override
    public void close() {
        contexts.parallelStream().forEach(ConfigurableApplicationContext::close);
    }
}
