package nl.klimrek.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.journal.JournalService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The journal as it is, with a watch on its way to the store. */
final class RunningJournal implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final StoredEntries entries;

    private RunningJournal(ConfigurableApplicationContext context) {
        this.context = context;
        this.entries = context.getBean(StoredEntries.class);
    }

    static RunningJournal start(Engines engines, Path folder) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("klimrek.topics", "unchecked");
        settings.put("spring.main.sources", WatchedStore.class.getName());
        settings.put("spring.data.mongodb.uri", engines.mongoUri());
        settings.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
        settings.put("klimrek.journal.signing-key", folder.resolve("journal-key.pem"));
        // Nobody asks it anything here, so nobody's token is ever checked.
        settings.put("klimrek.security.issuer", "http://127.0.0.1/identity");
        settings.put("klimrek.security.jwk-set-uri", "http://127.0.0.1/identity/keys");
        return new RunningJournal(JournalService.start(settings));
    }

    void begin(Journey journey) {
        entries.begin(journey);
    }

    Trips trips() {
        // Its inbox, and that of its dead letters.
        double requests = context.getBeansOfType(ConcurrentMessageListenerContainer.class).values().stream()
                .mapToDouble(RunningJournal::requests)
                .sum();
        return new Trips(entries.sent(), requests);
    }

    private static double requests(ConcurrentMessageListenerContainer<?, ?> listening) {
        return listening.metrics().values().stream()
                .mapToDouble(metrics -> Requests.of(metrics, "consumer-metrics"))
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }
}
