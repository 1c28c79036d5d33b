package nl.klimrek.portal.services;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Asks the services for the parts of one page side by side. A part has the deadline of its own request; when every thread is
 * taken, the page's own thread asks, so that a part is slower but never missing.
 */
@Component
public final class ParallelCalls {
    private static final int MAX_THREADS = 48;
    private static final long IDLE_SECONDS = 30;

    private final ExecutorService threads = new ThreadPoolExecutor(
            2,
            MAX_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
                Thread thread = new Thread(task, "page-part");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());

    /** A part that is on its way. */
    public static final class Part<T> {
        private final CompletableFuture<T> future;

        private Part(CompletableFuture<T> future) {
            this.future = future;
        }

        /** Waits for the part; throws what asking for it threw. */
        public T get() {
            try {
                return future.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw failed;
            } catch (CancellationException stopping) {
                throw new IllegalStateException("The portal is stopping", stopping);
            }
        }
    }

    /** Begins to ask; the correlation of the request that is served goes with it. */
    public <T> Part<T> start(Supplier<T> part) {
        RequestAttributes served = RequestContextHolder.getRequestAttributes();
        return new Part<>(CompletableFuture.supplyAsync(
                () -> {
                    RequestAttributes own = RequestContextHolder.getRequestAttributes();
                    RequestContextHolder.setRequestAttributes(served);
                    try {
                        return part.get();
                    } finally {
                        if (own == null) {
                            RequestContextHolder.resetRequestAttributes();
                        } else {
                            RequestContextHolder.setRequestAttributes(own);
                        }
                    }
                },
                threads));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
