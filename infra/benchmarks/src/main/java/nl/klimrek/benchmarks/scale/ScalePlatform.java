package nl.klimrek.benchmarks.scale;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.klimrek.benchmarks.engines.BenchmarkTokens;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.ConversationClosed;
import nl.klimrek.conversations.ConversationsService;
import nl.klimrek.embedded.kafka.EmbeddedCluster;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.StoreMain;
import nl.klimrek.insights.InsightsService;
import nl.klimrek.journal.JournalService;
import nl.klimrek.people.PeopleService;
import nl.klimrek.reminders.RemindersService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Three brokers and one store, each in its own process, and instances of services beside them. */
final class ScalePlatform implements AutoCloseable {

    /** Partitions of each topic that had more than one: every one of four instances gets several. */
    static final int PARTITIONS = 12;

    /** The type of the last event of a conversation. */
    static final String CLOSED = Contracts.typeOf(ConversationClosed.class);

    private static final Map<String, Class<?>> SERVICES = Map.of(
            "people", PeopleService.class,
            "conversations", ConversationsService.class,
            "reminders", RemindersService.class,
            "journal", JournalService.class,
            "insights", InsightsService.class);

    private final Path folder;
    private final BenchmarkTokens tokens = new BenchmarkTokens();
    private final EmbeddedCluster brokers;
    private final int storePort = Instance.freePort();
    private final Instance store;
    private int instances;

    ScalePlatform(Path folder) throws IOException, JOSEException {
        this.folder = folder;
        brokers = EmbeddedCluster.start(folder.resolve("brokers"));
        try {
            brokers.createTopics(DeclaredTopic.onSingleBroker().stream()
                    .map(topic ->
                            new TopicSpec(topic.name(), topic.partitions() > 1 ? PARTITIONS : 1, topic.settings()))
                    .toList());
            store = Instance.start(
                            "store",
                            folder,
                            storePort,
                            StoreMain.class,
                            List.of(folder.resolve("store").toString(), Integer.toString(storePort)))
                    .awaitListening();
        } catch (RuntimeException | IOException e) {
            brokers.close();
            tokens.close();
            throw e;
        }
    }

    /** Starts so many instances of a service together and returns when all serve requests. */
    List<Instance> start(String service, int number) throws IOException {
        List<Instance> started = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            started.add(start(service));
        }
        for (Instance instance : started) {
            instance.awaitListening();
        }
        return started;
    }

    /** Starts an instance, which may not serve requests yet. */
    Instance start(String service) throws IOException {
        int port = Instance.freePort();
        String name = service + "-" + ++instances;
        List<String> arguments = new ArrayList<>();
        Map<String, Object> settings = settings();
        settings.put("server.port", port);
        settings.put("klimrek.eventing.instance", name);
        settings.forEach((setting, value) -> arguments.add("--" + setting + "=" + value));
        return Instance.start(name, folder, port, Objects.requireNonNull(SERVICES.get(service)), arguments);
    }

    /** Settings that a service on these engines needs, whatever its name. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("klimrek.topics", "unchecked");
        settings.put("spring.data.mongodb.uri", mongoUri());
        settings.put("spring.kafka.bootstrap-servers", bootstrapServers());
        settings.put("klimrek.security.issuer", BenchmarkTokens.ISSUER);
        settings.put("klimrek.security.jwk-set-uri", tokens.keys());
        settings.put("klimrek.people.sources.hr", ConversationClient.ORGANISATION);
        settings.put("klimrek.journal.signing-key", folder.resolve("journal-key.pem"));
        settings.put("klimrek.journal.create-signing-key", true);
        settings.put("klimrek.reminders.portal-url", "http://127.0.0.1");
        return settings;
    }

    /** Different events of a type on the topic of conversations. */
    long count(String type) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(Topics.CONVERSATIONS).stream()
                    .map(partition -> new TopicPartition(Topics.CONVERSATIONS, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            Set<String> events = new HashSet<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (type.equals(header(record, "ce_type"))) {
                        events.add(header(record, "ce_id"));
                    }
                });
            }
            return events.size();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    BenchmarkTokens tokens() {
        return tokens;
    }

    String bootstrapServers() {
        return brokers.bootstrapServers();
    }

    String mongoUri() {
        return "mongodb://127.0.0.1:" + storePort;
    }

    @Override
    public void close() {
        store.close();
        brokers.close();
        tokens.close();
    }
}
