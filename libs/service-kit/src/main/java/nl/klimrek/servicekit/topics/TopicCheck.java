package nl.klimrek.servicekit.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.klimrek.contracts.DeclaredTopic;
import nl.klimrek.contracts.TopicDefinition;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Checks the topics of one service before its listeners start: those it owns or reads, with their dead-letter and retry
 * topics. If one is missing or differs, the service does not start. A service needs no broker to start, so with an
 * unreachable broker the check is repeated until the broker answers; a service whose topics turn out wrong then is stopped.
 */
public final class TopicCheck implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(2);

    private final List<DeclaredTopic> topics;
    private final Map<String, Object> client;
    private final Consumer<WrongTopicsException> stop;
    private volatile boolean running;
    private volatile Thread retries = new Thread(() -> {});

    /**
     * @param topics topics to check
     * @param client settings of a Kafka admin client
     * @param stop stops the service when a later check fails
     */
    public TopicCheck(List<DeclaredTopic> topics, Map<String, Object> client, Consumer<WrongTopicsException> stop) {
        this.topics = List.copyOf(topics);
        this.client = new HashMap<>(client);
        this.client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        this.client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
        this.stop = stop;
    }

    /** The topics that a service uses: it owns them, or a consumer group of its name reads them. */
    public static List<DeclaredTopic> of(String service, boolean singleBroker) {
        Map<String, DeclaredTopic> used = new TreeMap<>();
        for (TopicDefinition declared : TopicDefinition.all()) {
            TopicDefinition topic = singleBroker ? declared.onSingleBroker() : declared;
            List<String> groups = topic.readers().stream()
                    .filter(group -> group.equals(service) || group.startsWith(service + "-"))
                    .toList();
            if (topic.owner().equals(service) || !groups.isEmpty()) {
                List<String> names = new ArrayList<>(List.of(topic.name()));
                groups.forEach(group -> {
                    names.add(TopicDefinition.deadLetters(topic.name(), group));
                    names.add(TopicDefinition.retries(group));
                });
                topic.declared().stream()
                        .filter(each -> names.contains(each.name()))
                        .forEach(each -> used.put(each.name(), each));
            }
        }
        return List.copyOf(used.values());
    }

    @Override
    public void start() {
        running = true;
        if (!topics.isEmpty() && !checked()) {
            retries = new Thread(this::retry, "topic-check");
            retries.setDaemon(true);
            retries.start();
        }
    }

    /** Whether the broker answered; throws if it did and a topic differs. */
    private boolean checked() {
        try (Admin admin = Admin.create(client)) {
            List<TopicDifference> differences = new TopicComparison(admin).compare(topics);
            if (!differences.isEmpty()) {
                throw new WrongTopicsException(differences);
            }
            return true;
        } catch (ExecutionException | KafkaException unreachable) {
            LOG.warn("The broker does not answer, so its topics are not checked yet: {}", reason(unreachable));
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void retry() {
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(RETRY_INTERVAL.toMillis());
            } while (running && !checked());
        } catch (WrongTopicsException wrong) {
            LOG.error("The service stops. {}", wrong.getMessage());
            stop.accept(wrong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Exception unreachable) {
        return unreachable.getCause() == null
                ? unreachable.getClass().getSimpleName()
                : unreachable.getCause().getClass().getSimpleName();
    }

    @Override
    public void stop() {
        running = false;
        if (retries != Thread.currentThread()) {
            retries.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything else that has a phase, so that no listener runs on unchecked topics of a reachable broker. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
