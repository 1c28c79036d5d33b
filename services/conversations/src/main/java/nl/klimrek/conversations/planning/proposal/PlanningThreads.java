package nl.klimrek.conversations.planning.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that write for the planner. A task must not wait for another task of these threads. */
public final class PlanningThreads implements AutoCloseable {

    private final ExecutorService threads;

    /** @param count how many write at the same time */
    public PlanningThreads(int count) {
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "planning");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What became of each task, in their order, once all have ended; throws what the first that failed threw. */
    public <T> List<T> together(List<Callable<T>> tasks) {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("planning was stopped and is taken up at the next start", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
