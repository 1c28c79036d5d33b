package nl.klimrek.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import nl.klimrek.conversations.ConversationsService;
import nl.klimrek.insights.InsightsService;
import nl.klimrek.journal.JournalService;
import nl.klimrek.learningbudgets.LearningBudgetsService;
import nl.klimrek.people.PeopleService;
import nl.klimrek.popforms.PopFormsService;
import nl.klimrek.portal.PortalService;
import nl.klimrek.reminders.RemindersService;
import org.springframework.context.ConfigurableApplicationContext;

/** The services, each in its own Spring context. */
final class ServiceContexts implements AutoCloseable {

    private static final int CONCURRENT_STARTS = 2;
    private static final List<Service> ALL = List.of(
            new Service("portal", PortalService::start),
            new Service("conversations", ConversationsService::start),
            new Service("people", PeopleService::start),
            new Service("pop-forms", PopFormsService::start),
            new Service("learning-budgets", LearningBudgetsService::start),
            new Service("reminders", RemindersService::start),
            new Service("journal", JournalService::start),
            new Service("insights", InsightsService::start));

    private final List<ConfigurableApplicationContext> contexts;

    private ServiceContexts(List<ConfigurableApplicationContext> contexts) {
        this.contexts = contexts;
    }

    /** Starts all services, two at a time. If one fails to start, the others are stopped. */
    static ServiceContexts start(Function<String, Map<String, Object>> settings) {
        ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT_STARTS);
        List<CompletableFuture<ConfigurableApplicationContext>> starts = ALL.stream()
                .map(service -> CompletableFuture.supplyAsync(
                        () -> service.start().apply(settings.apply(service.name())), threads))
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

    static List<String> names() {
        return ALL.stream().map(Service::name).toList();
    }

    @Override
    public void close() {
        contexts.parallelStream().forEach(ConfigurableApplicationContext::close);
    }

    private record Service(String name, Function<Map<String, Object>, ConfigurableApplicationContext> start) {}
}
