package nl.klimrek.conversations;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.conversations.cycle.Cycle;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.service.TestTokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, once for all tests of this JVM; each test takes an organisation of its own. */
final class RunningConversations {

    static final Backend BACKEND = Backend.embedded();
    private static final List<String> READ =
            List.of(Topics.PEOPLE, Topics.CONVERSATIONS, Topics.POP_FORMS, Topics.LEARNING_BUDGETS);
    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final ConfigurableApplicationContext SERVICE = start();

    private RunningConversations() {}

    static String freshOrganisation() {
        return "org" + TAKEN.incrementAndGet();
    }

    static <T> T bean(Class<T> type) {
        return SERVICE.getBean(type);
    }

    static Object bean(String name) {
        return SERVICE.getBean(name);
    }

    static <T> T bean(String name, Class<T> type) {
        return SERVICE.getBean(name, type);
    }

    @SuppressWarnings("unchecked")
    static AggregateStore<Conversation> conversations() {
        return (AggregateStore<Conversation>) SERVICE.getBean("conversationStore");
    }

    @SuppressWarnings("unchecked")
    static AggregateStore<Cycle> cycles() {
        return (AggregateStore<Cycle>) SERVICE.getBean("cycleStore");
    }

    static String address() {
        return "http://127.0.0.1:" + SERVICE.getEnvironment().getProperty("local.server.port");
    }

    /** Waits until the service has handled whatever has been told on its topics so far. */
    static void awaitEverythingHeard() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BACKEND.bootstrapServers()))) {
            Map<TopicPartition, Long> told = ends(admin);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                Map<TopicPartition, OffsetAndMetadata> heard = admin.listConsumerGroupOffsets(ConversationsService.NAME)
                        .partitionsToOffsetAndMetadata()
                        .get();
                return told.entrySet().stream()
                        .allMatch(end -> end.getValue() == 0
                                || heard.get(end.getKey()) != null
                                        && heard.get(end.getKey()).offset() >= end.getValue());
            });
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) {
        Map<TopicPartition, OffsetSpec> wanted = READ.stream()
                .flatMap(topic -> IntStream.range(0, TopicDefinition.of(topic).partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(wanted).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("offsets can not be read", failed);
        }
    }

    private static ConfigurableApplicationContext start() {
        createTopics();
        Map<String, Object> overrides = new HashMap<>(TestTokens.properties());
        overrides.put("server.port", 0);
        overrides.put("spring.kafka.bootstrap-servers", BACKEND.bootstrapServers());
        overrides.put("spring.data.mongodb.uri", BACKEND.mongoUri());
        overrides.put("spring.data.mongodb.database", BACKEND.freshDatabase());
        overrides.put("klimrek.conversations.people-url", StubPeople.address());
        return ConversationsService.start(overrides);
    }

    private static void createTopics() {
        List<NewTopic> topics = READ.stream()
                .map(TopicDefinition::of)
                .flatMap(topic -> Stream.of(
                        new NewTopic(topic.name(), topic.partitions(), (short) 1),
                        new NewTopic(
                                TopicDefinition.deadLetters(topic.name(), ConversationsService.NAME), 1, (short) 1)))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BACKEND.bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("topics can not be made", failed);
        }
    }
}
