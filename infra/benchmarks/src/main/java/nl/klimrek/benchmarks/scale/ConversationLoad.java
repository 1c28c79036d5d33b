package nl.klimrek.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that take one conversation after another, each when its last request was answered. */
final class ConversationLoad implements AutoCloseable {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ConversationClient client;
    private final ExecutorService threads;
    private final List<Future<Void>> working = new ArrayList<>();
    private final AtomicInteger left;
    private final AtomicInteger next = new AtomicInteger();

    /** Starts so many clients, which end after so many conversations. */
    ConversationLoad(ConversationClient client, int clients, int conversations) {
        this.client = client;
        this.threads = Executors.newFixedThreadPool(clients);
        this.left = new AtomicInteger(conversations);
        for (int i = 0; i < clients; i++) {
            working.add(threads.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    client.whole(1 + next.getAndIncrement() % (ConversationClient.PEOPLE - 1));
                }
                return null;
            }));
        }
    }

    /** Commands a second during so many seconds from now. */
    double perSecond(int seconds) throws InterruptedException {
        long before = client.commands();
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        return (client.commands() - before) * NANOS_PER_SECOND / (System.nanoTime() - begin);
    }

    /** Starts no further conversations, and returns when those under way have ended. */
    void finish() throws Exception {
        left.set(0);
        await();
    }

    /** Returns when all conversations have ended; throws what ended one. */
    void await() throws Exception {
        for (Future<Void> each : working) {
            each.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
