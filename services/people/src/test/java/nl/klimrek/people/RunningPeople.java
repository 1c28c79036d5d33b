package nl.klimrek.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.service.TestTokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, once for all tests of this JVM; each test takes an organisation of its own. */
final class RunningPeople {

    static final Backend BACKEND = Backend.embedded();
    /** An organisation whose HR system signs its records. */
    static final String SIGNED = "signed";

    static final String SECRET = "the-secret-of-an-hr-system-that-signs";
    private static final int ORGANISATIONS = 150;
    private static final ConfigurableApplicationContext SERVICE = start();
    private static int taken;

    private RunningPeople() {}

    /** The name of an organisation that no other test uses; the source {@code hr-<name>} speaks for it. */
    static synchronized String freshOrganisation() {
        if (taken == ORGANISATIONS) {
            throw new IllegalStateException("more tests than organisations; bind more of them");
        }
        return "org" + taken++;
    }

    static <T> T bean(Class<T> type) {
        return SERVICE.getBean(type);
    }

    static String address() {
        return "http://127.0.0.1:" + SERVICE.getEnvironment().getProperty("local.server.port");
    }

    private static ConfigurableApplicationContext start() {
        createTopics();
        Map<String, Object> overrides = new HashMap<>(TestTokens.properties());
        overrides.put("server.port", 0);
        overrides.put("spring.kafka.bootstrap-servers", BACKEND.bootstrapServers());
        overrides.put("spring.data.mongodb.uri", BACKEND.mongoUri());
        overrides.put("spring.data.mongodb.database", BACKEND.freshDatabase());
        for (int i = 0; i < ORGANISATIONS; i++) {
            overrides.put("klimrek.people.sources.hr-org" + i, "org" + i);
        }
        overrides.put("klimrek.people.sources.hr-" + SIGNED, SIGNED);
        overrides.put("klimrek.people.source-secrets.hr-" + SIGNED, SECRET);
        return PeopleService.start(overrides);
    }

    private static void createTopics() {
        List<NewTopic> topics = List.of(Topics.HR_EMPLOYEES, Topics.PEOPLE, Topics.DIRECTORY).stream()
                .map(TopicDefinition::of)
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                .toList();
        List<NewTopic> all = new ArrayList<>(topics);
        all.add(new NewTopic(TopicDefinition.deadLetters(Topics.HR_EMPLOYEES, PeopleService.NAME), 1, (short) 1));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BACKEND.bootstrapServers()))) {
            admin.createTopics(all).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("topics can not be made", failed);
        }
    }
}
