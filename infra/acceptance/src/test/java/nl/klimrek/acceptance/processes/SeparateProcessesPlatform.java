package nl.klimrek.acceptance.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.conversations.ConversationsService;
import nl.klimrek.embedded.kafka.EmbeddedCluster;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.StoreMain;
import nl.klimrek.insights.InsightsService;
import nl.klimrek.journal.JournalService;
import nl.klimrek.learningbudgets.LearningBudgetsService;
import nl.klimrek.people.PeopleService;
import nl.klimrek.popforms.PopFormsService;
import nl.klimrek.portal.PortalService;
import nl.klimrek.reminders.RemindersService;
import nl.klimrek.testkit.service.TestTokens;

/** The platform with each service, the store and each broker in its own process. */
final class SeparateProcessesPlatform implements AutoCloseable {

    static final String PORTAL = "portal";
    static final String STORE = "store";

    private static final Map<String, Class<?>> KILLED = killed();
    private static final Map<String, Class<?>> ALL = all();

    private final EmbeddedCluster brokers;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();

    private final Path folder;
    private final Map<String, Class<?>> services;

    /** Starts all processes in this empty folder. */
    SeparateProcessesPlatform(Path folder) {
        this(folder, KILLED, true);
    }

    /** Starts brokers and store in this empty folder; the services have addresses, but no process. */
    static SeparateProcessesPlatform enginesOnly(Path folder) {
        return new SeparateProcessesPlatform(folder, ALL, false);
    }

    private SeparateProcessesPlatform(Path folder, Map<String, Class<?>> services, boolean started) {
        this.folder = folder;
        this.services = services;
        brokers = EmbeddedCluster.start(folder.resolve("brokers"));
        try {
            brokers.createTopics(DeclaredTopic.onSingleBroker().stream()
                    .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.settings()))
                    .toList());
            Stream.concat(services.keySet().stream(), Stream.of(STORE)).forEach(name -> ports.put(name, freePort()));
            processes.put(
                    STORE,
                    new ServiceProcess(
                            STORE,
                            folder,
                            StoreMain.class,
                            List.of(
                                    folder.resolve(STORE).toString(),
                                    ports.get(STORE).toString())));
            if (started) {
                services.keySet().forEach(name -> processes.put(name, start(name, name, ports.get(name))));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Map<String, Class<?>> all() {
        Map<String, Class<?>> services = killed();
        services.put("reminders", RemindersService.class);
        services.put("insights", InsightsService.class);
        return services;
    }

    private static Map<String, Class<?>> killed() {
        Map<String, Class<?>> services = new LinkedHashMap<>();
        services.put("people", PeopleService.class);
        services.put("conversations", ConversationsService.class);
        services.put("pop-forms", PopFormsService.class);
        services.put("learning-budgets", LearningBudgetsService.class);
        services.put("journal", JournalService.class);
        services.put(PORTAL, PortalService.class);
        return services;
    }

    /** Starts an instance of a service. */
    ServiceProcess start(String service, String instance, int port) {
        return new ServiceProcess(instance, folder, services.get(service), settings(service, port));
    }

    private List<String> settings(String service, int port) {
        Map<String, Object> settings = new LinkedHashMap<>(TestTokens.properties());
        settings.put("server.port", port);
        settings.put("klimrek.topics", "single-broker");
        settings.put("spring.kafka.bootstrap-servers", brokers.bootstrapServers());
        settings.put("spring.data.mongodb.uri", storeUri());
        settings.put("klimrek.people.sources." + HrSystem.SOURCE, HrSystem.ORGANISATION);
        settings.put("klimrek.journal.signing-key", folder.resolve("journal-key.pem"));
        settings.put("klimrek.reminders.portal-url", url(PORTAL));
        settings.put("klimrek.journal.create-signing-key", true);
        settings.put("klimrek.eventing.lease", "10s");
        settings.put("klimrek.eventing.sweep-every", "3s");
        if (service.equals(PORTAL)) {
            services.keySet().stream()
                    .filter(name -> !name.equals(PORTAL))
                    .forEach(name -> settings.put("klimrek.portal.services." + name, url(name)));
        }
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    /** Picks a port below the range of outgoing connections, so that it stays free until it is used. */
    int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 20_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (!ports.containsValue(port)) {
                    return free.getLocalPort();
                }
            } catch (BindException taken) {
                // Another port may be free.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    String url(String service) {
        return "http://127.0.0.1:" + ports.get(service);
    }

    /** Connection string of the store. */
    String storeUri() {
        return "mongodb://127.0.0.1:" + ports.get(STORE);
    }

    ServiceProcess process(String name) {
        return Objects.requireNonNull(processes.get(name), name);
    }

    int port(String service) {
        return ports.get(service);
    }

    String bootstrapServers() {
        return brokers.bootstrapServers();
    }

    EmbeddedCluster brokers() {
        return brokers;
    }

    /** All processes except the brokers. */
    List<ServiceProcess> processes() {
        return List.copyOf(processes.values());
    }

    /** The last lines of each process's log, for a failure message. */
    String logTail() {
        return processes.values().stream().map(ServiceProcess::logTail).collect(Collectors.joining("\n"));
    }

    /** The services' names. */
    List<String> serviceNames() {
        return List.copyOf(services.keySet());
    }

    @Override
    public void close() {
        processes.values().forEach(ServiceProcess::close);
        brokers.close();
    }
}
