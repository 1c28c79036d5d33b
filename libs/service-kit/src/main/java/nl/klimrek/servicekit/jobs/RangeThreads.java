package nl.klimrek.servicekit.jobs;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Threads that process the ranges of a round. The caller's thread takes part; idle threads end. */
final class RangeThreads {

    private static final int IDLE_SECONDS = 10;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ExecutorService helpers = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "clock-jobs-" + NUMBER.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    /**
     * Processes every range once and returns when all threads have ended.
     *
     * @throws RuntimeException the first failure; no thread begins another range after it
     */
    void process(List<String> ranges, int threads, Consumer<String> processor) {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(ranges);
        List<CompletableFuture<Void>> others = IntStream.range(1, Math.min(threads, ranges.size()))
                .mapToObj(helper -> CompletableFuture.runAsync(() -> processAll(waiting, processor), helpers))
                .toList();
        try {
            processAll(waiting, processor);
        } finally {
            // Also after a failure here: nothing of this round may go on after its end.
            CompletableFuture.allOf(others.toArray(CompletableFuture[]::new))
                    .handle((done, failed) -> failed == null)
                    .join();
        }
        others.forEach(RangeThreads::throwFailure);
    }

    private static void processAll(Queue<String> waiting, Consumer<String> processor) {
        boolean done = false;
        try {
            for (String range = waiting.poll(); range != null; range = waiting.poll()) {
                processor.accept(range);
            }
            done = true;
        } finally {
            if (!done) {
                waiting.clear();
            }
        }
    }

    private static void throwFailure(CompletableFuture<Void> ended) {
        try {
            ended.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }
}
