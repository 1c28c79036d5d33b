package nl.klimrek.eventing.lane;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Handles the records of a poll on several threads. Each lane, the records of one key, is handled in order by one thread;
 * the caller's thread takes part and returns when all lanes have ended. Idle threads end.
 */
public final class KeyLanes {

    private static final int IDLE_SECONDS = 5;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int width;
    private final ThreadPoolExecutor helpers;

    /**
     * @param group names the threads
     * @param width how many threads handle one poll, the caller's included
     * @param polls how many polls are handled at once
     */
    public KeyLanes(String group, int width, int polls) {
        this.width = width;
        int threads = Math.max(1, (width - 1) * polls);
        this.helpers = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "lane-" + group + "-" + NUMBER.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        helpers.allowCoreThreadTimeOut(true);
    }

    /** Handles every lane; {@code handling} must not throw. */
    <L> void handle(Collection<L> lanes, Consumer<L> handling) {
        Iterator<L> waiting = List.copyOf(lanes).iterator();
        int threads = Math.min(width, lanes.size());
        CountDownLatch ended = new CountDownLatch(threads - 1);
        PollScope poll = PollScope.current();
        for (int helper = 1; helper < threads; helper++) {
            helpers.execute(() -> {
                try {
                    poll.run(() -> handleWaiting(waiting, handling));
                } finally {
                    ended.countDown();
                }
            });
        }
        handleWaiting(waiting, handling);
        awaitAll(ended);
    }

    private static <L> void handleWaiting(Iterator<L> waiting, Consumer<L> handling) {
        while (true) {
            L lane;
            synchronized (waiting) {
                if (!waiting.hasNext()) {
                    return;
                }
                lane = waiting.next();
            }
            handling.accept(lane);
        }
    }

    /** Waits also when interrupted: a record that is being handled must not be handed out again meanwhile. */
    private static void awaitAll(CountDownLatch ended) {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
