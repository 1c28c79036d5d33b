package nl.klimrek.testkit.service;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.backend.Backend;
import nl.klimrek.testkit.backend.TopicAdmin;
import nl.klimrek.testkit.events.EventPublisher;
import nl.klimrek.testkit.events.TopicReader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * One instance of a service, as it runs in production, on a test backend, a free port, and a database of its own.
 *
 * <p>Starting one takes seconds, so a module starts one in a static field that all its tests share, and each test takes an
 * organisation of its own ({@link #freshOrganisation()}):
 * <pre>{@code
 * final class People {
 *     static final ServiceUnderTest SERVICE =
 *             ServiceUnderTest.of(PeopleService.class, PeopleService.NAME).start();
 * }
 * }</pre>
 * It stops with the JVM. A test that starts one for itself closes it, for example in a try block; it cannot run beside
 * the shared one, whose consumer group it would be in, unless it uses the same database or another broker.
 */
public final class ServiceUnderTest implements AutoCloseable {

    /** Longest wait for something that the service does by itself. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final AtomicInteger ORGANISATIONS = new AtomicInteger();

    private final Builder setup;
    private final Backend backend;
    private final String database;
    private final ConfigurableApplicationContext context;
    private final TopicAdmin admin;
    private final Settling settling;

    private ServiceUnderTest(Builder setup, Backend backend, String database, ConfigurableApplicationContext context) {
        this.setup = setup;
        this.backend = backend;
        this.database = database;
        this.context = context;
        this.admin = new TopicAdmin(backend.bootstrapServers());
        this.settling = new Settling(
                admin,
                context.getBeansOfType(EventHandlers.class).values(),
                context.getBean(MongoDatabaseFactory.class));
    }

    /** Begins to describe an instance of the service with this main class and name. */
    public static Builder of(Class<?> service, String name) {
        return new Builder(service, name);
    }

    /** The name of an organisation that no other test of this JVM uses: {@code org1}, {@code org2}, … */
    public static String freshOrganisation() {
        return "org" + ORGANISATIONS.incrementAndGet();
    }

    /** The service's address, without a path. */
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A client with a token of this person. */
    public TestClient as(String person, String organisation, Role... roles) {
        return anonymous().as(person, organisation, roles);
    }

    /** A client without a token. */
    public TestClient anonymous() {
        return TestClient.to(address());
    }

    /** Publishes events to the service's broker. */
    public EventPublisher publisher() {
        return EventPublisher.to(backend().bootstrapServers());
    }

    /** Reads the topics of the service's broker. */
    public TopicReader topics() {
        return new TopicReader(backend().bootstrapServers());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The aggregate store with this bean name. The caller knows the type of its states. */
    @SuppressWarnings("unchecked")
    public <S> AggregateStore<S> store(String bean) {
        return (AggregateStore<S>) context.getBean(bean, AggregateStore.class);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public TestClock clock() {
        return setup.clock;
    }

    public Backend backend() {
        return backend;
    }

    public String database() {
        return database;
    }

    /** Waits until the service has handled every event that is on its topics at this moment. */
    public void awaitConsumed() {
        settling.awaitConsumed();
    }

    /** Waits until every event in the service's outboxes is published. */
    public void awaitPublished() {
        settling.awaitPublished();
    }

    /** Waits until the service has handled what is on its topics, published what followed, handled that too, and so on. */
    public void awaitSettled() {
        settling.awaitSettled();
    }

    @Override
    public void close() {
        context.close();
        admin.close();
    }

    /** How an instance is to be started. */
    public static final class Builder {

        private final Class<?> service;
        private final String name;
        private final Map<String, Object> settings = new HashMap<>();
        private @Nullable Backend backend;
        private @Nullable String database;
        private TestClock clock = TestClock.running();

        private Builder(Class<?> service, String name) {
            this.service = service;
            this.name = name;
        }

        /** Sets a configuration key, which wins over every other source. */
        public Builder with(String key, Object value) {
            settings.put(key, value);
            return this;
        }

        /** Starts the service on this clock; the default is a running one. */
        public Builder with(TestClock testClock) {
            this.clock = testClock;
            return this;
        }

        /** Uses these engines; the default is the embedded ones. */
        public Builder on(Backend engines) {
            this.backend = engines;
            return this;
        }

        /** Uses this database, for a second instance on the store of the first; the default is a fresh one. */
        public Builder inDatabase(String existing) {
            this.database = existing;
            return this;
        }

        /**
         * Creates the service's topics, starts it and returns when it accepts requests.
         *
         * @throws RuntimeException the service does not start, for example because another instance of its consumer group
         *     runs on the broker with another database: close that one, use the shared one, or use another broker
         */
        public ServiceUnderTest start() {
            Backend engines = backend == null ? Backend.embedded() : backend;
            String named = database == null ? engines.freshDatabase() : database;
            try (TopicAdmin admin = new TopicAdmin(engines.bootstrapServers())) {
                admin.createTopicsOf(name);
            }
            Map<String, Object> all = new HashMap<>(TestTokens.properties());
            all.put("server.port", 0);
            all.put("spring.kafka.bootstrap-servers", engines.bootstrapServers());
            all.put("spring.data.mongodb.uri", engines.mongoUri());
            all.put("spring.data.mongodb.database", named);
            all.put("klimrek.topics", "single-broker");
            all.put("klimrek.shutdown.drain", "0s");
            // Tests wait for commits; in production the last ones of a burst come up to two seconds later.
            all.put("klimrek.eventing.commit-every", "0s");
            all.put("klimrek.store.schema", "create");
            all.putAll(settings);
            ApplicationContextInitializer<GenericApplicationContext> forTests = context -> {
                context.registerBean("clock", Clock.class, () -> clock);
                context.registerBean(
                        ConsumerGroupGuard.class,
                        () -> new ConsumerGroupGuard(
                                context.getBeanProvider(EventHandlers.class), name, engines.bootstrapServers(), named));
            };
            return new ServiceUnderTest(this, engines, named, ServiceLauncher.start(service, name, all, forTests));
        }
    }
}
