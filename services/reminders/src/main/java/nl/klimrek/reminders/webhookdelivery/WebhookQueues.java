package nl.klimrek.reminders.webhookdelivery;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.klimrek.reminders.webhookclient.WebhookClient;
import nl.klimrek.servicekit.tracing.RedactedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Due messages of this instance, in one queue for each host. A host gets two messages at once, so one that
 * answers slowly holds up its own queue alone. What does not fit stays in the store for the next round.
 */
@Component
class WebhookQueues implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookQueues.class);
    private static final int MAX_QUEUED = 500;
    private static final int STOP_SECONDS = 3;

    private final BulkheadRegistry bulkheads;
    private final Map<String, Set<String>> waiting = new ConcurrentHashMap<>();
    private final ExecutorService threads = pool();

    WebhookQueues(BulkheadRegistry bulkheads) {
        this.bulkheads = bulkheads;
    }

    private static ExecutorService pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                WebhookClient.MAX_CONNECTIONS,
                WebhookClient.MAX_CONNECTIONS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "webhooks");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Name of the {@code resilience4j} instances of a host, which does not tell the host. */
    static String instanceOf(String host) {
        return "webhooks-"
                + UUID.nameUUIDFromBytes(host.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }

    /** Queues a message unless it waits here already or the host's queue is full. */
    void offer(String host, String message, Consumer<String> sender) {
        Set<String> queue = waiting.computeIfAbsent(host, none -> Collections.synchronizedSet(new LinkedHashSet<>()));
        if (queue.size() < MAX_QUEUED) {
            queue.add(message);
        }
        // Also for one that waits already, so that none is left behind by a worker that had just ended.
        work(host, queue, sender);
    }

    private void work(String host, Set<String> queue, Consumer<String> sender) {
        Bulkhead bulkhead = bulkheads.bulkhead(instanceOf(host), "webhooks");
        if (!threads.isShutdown() && bulkhead.tryAcquirePermission()) {
            threads.execute(() -> {
                try {
                    String next = next(queue);
                    if (next != null) {
                        sender.accept(next);
                    }
                } catch (RuntimeException failed) {
                    LOG.warn("A message to a webhook failed; it is tried again", RedactedException.of(failed));
                } finally {
                    bulkhead.onComplete();
                }
                if (!queue.isEmpty()) {
                    work(host, queue, sender);
                }
            });
        }
    }

    private static @Nullable String next(Set<String> queue) {
        synchronized (queue) {
            var first = queue.iterator();
            if (!first.hasNext()) {
                return null;
            }
            String next = first.next();
            first.remove();
            return next;
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        waiting.values().forEach(Set::clear);
        threads.shutdown();
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
