package nl.klimrek.popforms;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.service.TestTokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, once for all tests of this JVM; each test has an organisation of its own. */
final class RunningPopForms {

    static final Backend BACKEND = Backend.embedded();
    private static final ConfigurableApplicationContext SERVICE = start();

    private RunningPopForms() {}

    static ConfigurableApplicationContext service() {
        return SERVICE;
    }

    static String address() {
        return "http://127.0.0.1:" + SERVICE.getEnvironment().getProperty("local.server.port");
    }

    /** Whether the service has taken in everything that is on its topics. */
    static boolean hasCaughtUp() {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(PopFormsService.NAME)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            Stream.of(Topics.PEOPLE, Topics.POP_FORMS)
                    .forEach(topic -> asked.put(new TopicPartition(topic, 0), OffsetSpec.latest()));
            var ends = admin.listOffsets(asked).all().get();
            return ends.entrySet().stream()
                    .allMatch(end -> end.getValue().offset() == 0
                            || taken.get(end.getKey()) != null
                                    && taken.get(end.getKey()).offset()
                                            >= end.getValue().offset());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the broker does not answer", failed);
        }
    }

    private static ConfigurableApplicationContext start() {
        try (Admin admin = admin()) {
            admin.createTopics(Stream.of(Topics.PEOPLE, Topics.POP_FORMS)
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("topics can not be made", failed);
        }
        Map<String, Object> overrides = new HashMap<>(TestTokens.properties());
        overrides.put("server.port", 0);
        overrides.put("spring.kafka.bootstrap-servers", BACKEND.bootstrapServers());
        overrides.put("spring.data.mongodb.uri", BACKEND.mongoUri());
        overrides.put("spring.data.mongodb.database", BACKEND.freshDatabase());
        return PopFormsService.start(overrides);
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", BACKEND.bootstrapServers()));
    }
}
