package nl.klimrek.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.klimrek.eventing.aggregate.StaleVersionException;
import nl.klimrek.eventing.cloudevent.CloudEventReader;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.deadletter.DeadLetterReplay;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.inbox.InboxContainerFactory;
import nl.klimrek.eventing.marker.CommandKeyReusedException;
import nl.klimrek.eventing.outbox.OutboxFullException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

class EventingIT {

    private final MongoDatabase database = EmbeddedEngines.freshDatabase();
    private final Organisation organisation =
            new Organisation("o" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeAll
    static void topics() {
        EmbeddedEngines.topics(
                CounterCatalogue.TOPIC, CounterCatalogue.TOPIC + ".g.dlt", DeadLetterReplay.retryTopic("g"));
    }

    @Test
    void every_step_of_three_instances_at_once_arrives_in_order() throws Exception {
        long seed = Long.getLong("klimrek.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dklimrek.seed=" + seed + ")");
        Map<String, Long> expected = new ConcurrentHashMap<>();
        List<CounterService> instances = List.of(
                new CounterService("a", database, true),
                new CounterService("b", database, true),
                new CounterService("c", database, true));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> work = new ArrayList<>();
        for (int t = 0; t < 6; t++) {
            Random random = new Random(seed + t);
            work.add(threads.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    Key key = Key.of(organisation, "n" + random.nextInt(40));
                    CounterService instance = instances.get(random.nextInt(3));
                    MessageContext step =
                            MessageContext.command("tester", UUID.randomUUID().toString(), "x");
                    instance.raise(key, step);
                    expected.merge(key.id(), 1L, Long::sum);
                }
            }));
        }
        for (Future<?> w : work) {
            w.get();
        }
        threads.shutdown();
        Map<String, List<Long>> arrived = new TreeMap<>();
        try (Tail tail = new Tail(organisation)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                tail.read(arrived);
                return arrived.size() == expected.size()
                        && arrived.entrySet().stream()
                                .allMatch(e -> e.getValue().contains(expected.get(e.getKey())));
            });
        }
        arrived.forEach((counter, sequences) -> {
            List<Long> firsts = sequences.stream().distinct().toList();
            assertThat(firsts)
                    .as(counter)
                    .isSorted()
                    .hasSize(expected.get(counter).intValue());
        });
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.getCollection("counters").find().into(new ArrayList<>()).stream()
                        .allMatch(d -> d.getList("outbox", Document.class).isEmpty()));
        for (CounterService instance : instances) {
            instance.close();
        }
    }

    @Test
    void a_burst_of_steps_on_one_document_meets_no_full_outbox_while_the_broker_is_well() throws Exception {
        Key key = Key.of(organisation, "burst");
        int threads = 4;
        int stepsOfEach = 50;
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try (CounterService one = new CounterService("one", database, true);
                CounterService two = new CounterService("two", database, true)) {
            List<Future<?>> work = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                CounterService instance = t % 2 == 0 ? one : two;
                work.add(callers.submit(() -> {
                    for (int i = 0; i < stepsOfEach; i++) {
                        instance.raise(key, MessageContext.system("burst"));
                    }
                }));
            }
            for (Future<?> w : work) {
                w.get();
            }
            assertThat(one.counters.find(key).orElseThrow().state().value()).isEqualTo(threads * stepsOfEach);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void events_of_a_dead_instance_are_sent_by_another_after_its_lease() throws Exception {
        Key key = Key.of(organisation, "left");
        try (CounterService dead = new CounterService("dead", database, false)) {
            dead.raise(key, MessageContext.command("tester", "k1", "x"));
            dead.raise(key, MessageContext.command("tester", "k2", "x"));
        }
        try (CounterService living = new CounterService("living", database, true);
                Tail tail = new Tail(organisation)) {
            Map<String, List<Long>> arrived = new TreeMap<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                tail.read(arrived);
                return arrived.getOrDefault("left", List.of()).equals(List.of(1L, 2L));
            });
        }
    }

    @Test
    void a_repeated_command_changes_nothing_and_its_key_is_refused_for_another() throws Exception {
        Key key = Key.of(organisation, "once");
        try (CounterService service = new CounterService("s", database, false)) {
            MessageContext cause = MessageContext.command("tester", "the-key", "print-1");
            assertThat(service.raise(key, cause).replayed()).isFalse();
            Versioned<CounterService.Counter> again = service.raise(key, cause);
            assertThat(again.replayed()).isTrue();
            assertThat(again.state().value()).isEqualTo(1);
            assertThatThrownBy(() -> service.raise(key, MessageContext.command("tester", "the-key", "print-2")))
                    .isInstanceOf(CommandKeyReusedException.class);
        }
    }

    @Test
    void a_decision_on_a_document_that_changed_meanwhile_is_made_again() throws Exception {
        Key key = Key.of(organisation, "race");
        try (CounterService service = new CounterService("s", database, false)) {
            service.raise(key, MessageContext.system("t"));
            AtomicBoolean overtaken = new AtomicBoolean();
            Versioned<CounterService.Counter> answer =
                    service.counters.handle(key, MessageContext.system("t"), current -> {
                        if (!overtaken.getAndSet(true)) {
                            service.raise(key, MessageContext.system("in between"));
                        }
                        return Decision.accept(new CounterService.Counter(
                                key.id(), current.orElseThrow().value() + 1));
                    });
            assertThat(answer.state().value()).isEqualTo(3);
            assertThat(service.counters.find(key).orElseThrow().version()).isEqualTo(3);
        }
    }

    @Test
    void a_stale_version_and_a_full_outbox_change_nothing() throws Exception {
        Key key = Key.of(organisation, "bounds");
        try (CounterService service = new CounterService("s", database, false)) {
            service.raise(key, MessageContext.system("t"));
            assertThatThrownBy(
                            () -> service.raise(key, MessageContext.system("t").withExpectedVersion(7)))
                    .isInstanceOf(StaleVersionException.class);
            for (int i = 1; i < 20; i++) {
                service.raise(key, MessageContext.system("t"));
            }
            assertThatThrownBy(() -> service.raise(key, MessageContext.system("t")))
                    .isInstanceOf(OutboxFullException.class);
            assertThat(service.counters.find(key).orElseThrow().state().value()).isEqualTo(20);
        }
    }

    @Test
    void a_record_that_is_no_event_is_parked_whole_and_the_rest_goes_on() throws Exception {
        Map<String, Long> effects = new ConcurrentHashMap<>();
        var producers = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", EmbeddedEngines.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        KafkaTemplate<byte[], byte[]> kafka = new KafkaTemplate<>(producers);
        EventHandlers handlers = new EventHandlers("g", new CounterCatalogue())
                .on(
                        CounterCatalogue.Raised.class,
                        (event, meta) -> effects.merge(meta.subject(), meta.sequence(), Math::max));
        byte[] junk = ("not an event of " + organisation).getBytes(StandardCharsets.UTF_8);
        kafka.send(new ProducerRecord<>(CounterCatalogue.TOPIC, junk, junk)).get();
        try (CounterService service = new CounterService("s", database, true)) {
            service.raise(Key.of(organisation, "after"), MessageContext.system("t"));
            ConcurrentMessageListenerContainer<byte[], byte[]> container = new InboxContainerFactory(
                            Map.of("bootstrap.servers", EmbeddedEngines.kafka()), kafka, new CounterCatalogue())
                    .create(handlers, 1);
            container.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> effects.containsKey("after"));
            container.stop();
        } finally {
            producers.destroy();
        }
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(CounterCatalogue.TOPIC + ".g.dlt"));
            List<ConsumerRecord<byte[], byte[]>> parked = new ArrayList<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(parked::add);
                return parked.stream()
                        .anyMatch(r ->
                                java.util.Arrays.equals(r.value(), junk) && java.util.Arrays.equals(r.key(), junk));
            });
            assertThat(new String(
                            parked.get(0).headers().lastHeader("klimrek-reason").value(), StandardCharsets.UTF_8))
                    .isEqualTo("not-a-cloudevent");
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        EmbeddedEngines.kafka(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Reads the topic from its beginning, as anybody could. */
    private static final class Tail implements AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer = consumer();
        private final CloudEventReader reader = new CloudEventReader(new CounterCatalogue());
        private final Organisation organisation;

        Tail(Organisation organisation) {
            this.organisation = organisation;
            consumer.subscribe(List.of(CounterCatalogue.TOPIC));
        }

        void read(Map<String, List<Long>> arrived) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (record.key() != null
                        && new String(record.key(), StandardCharsets.UTF_8).startsWith(organisation.value() + "/")) {
                    ReceivedEvent event = reader.read(record);
                    arrived.computeIfAbsent(event.meta().subject(), s -> new ArrayList<>())
                            .add(event.meta().sequence());
                }
            }
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
