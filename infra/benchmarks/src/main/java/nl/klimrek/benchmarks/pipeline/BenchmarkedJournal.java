package nl.klimrek.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.klimrek.benchmarks.engines.Engines;
import nl.klimrek.journal.JournalService;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The real journal service, with its store commands counted. */
final class BenchmarkedJournal implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final StoredEntries entries;

    private BenchmarkedJournal(ConfigurableApplicationContext context) {
        this.context = context;
        this.entries = context.getBean(StoredEntries.class);
    }

    static BenchmarkedJournal start(Engines engines, Path folder) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("klimrek.topics", "unchecked");
        settings.put("spring.main.sources", StoredEntriesConfiguration.class.getName());
        settings.put("spring.data.mongodb.uri", engines.mongoUri());
        settings.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
        settings.put("klimrek.journal.signing-key", folder.resolve("journal-key.pem"));
        settings.put("klimrek.journal.create-signing-key", true);
        // No request comes in, so no token is checked.
        settings.put("klimrek.security.issuer", "http://127.0.0.1/identity");
        settings.put("klimrek.security.jwk-set-uri", "http://127.0.0.1/identity/keys");
        return new BenchmarkedJournal(JournalService.start(settings));
    }

    void begin(Journey journey) {
        entries.begin(journey);
    }

    RoundTrips trips() {
        // Its inbox and the inbox of its dead letters.
        double requests = context.getBeansOfType(ConcurrentMessageListenerContainer.class).values().stream()
                .mapToDouble(BenchmarkedJournal::requests)
                .sum();
        return new RoundTrips(entries.sent(), requests);
    }

    private static double requests(ConcurrentMessageListenerContainer<?, ?> listening) {
        return listening.metrics().values().stream()
                .mapToDouble(metrics -> KafkaRequestCount.of(metrics, "consumer-metrics"))
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }
}
