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

/** The eight services, each in a Spring context of its own. */
final class Services implements AutoCloseable {

    private static final int AT_ONCE = 2;
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

    private Services(List<ConfigurableApplicationContext> contexts) {
        this.contexts = contexts;
    }

    /** Starts all, two at a time; when one can not start, those that did are stopped again. */
    static Services start(Function<String, Map<String, Object>> settings) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
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
        Services services = new Services(started);
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
