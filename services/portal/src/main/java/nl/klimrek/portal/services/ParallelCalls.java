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
 * Runs a page's calls of services in parallel. Each call has the time-out of its own request. When all threads are busy
 * the page's own thread makes the call, so a part may be slow but never missing.
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

        /** Waits for the result; throws the exception of the call. */
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

    /** Starts a call, with the correlation of the request that is being served. */
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
