package nl.klimrek.servicekit.imports.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkSignalTest {

    private static final int WORKERS = 8;
    private static final long LONG = Duration.ofHours(1).toSeconds();

    private final WorkSignal signal = new WorkSignal();

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_end_reaches_every_worker_whether_it_waits_already_or_not() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(WORKERS);
        List<CompletableFuture<Void>> workers =
                IntStream.range(0, WORKERS).mapToObj(i -> worker(begun)).toList();
        begun.await();
        signal.end();
        workers.forEach(CompletableFuture::join);
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_signal_reaches_a_worker_that_waits() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> worker = worker(begun);
        begun.await();
        while (!worker.isDone()) {
            signal.signal();
            Thread.onSpinWait();
        }
    }

    private CompletableFuture<Void> worker(CountDownLatch begun) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            begun.countDown();
            try {
                signal.await(LONG);
                ended.complete(null);
            } catch (InterruptedException e) {
                ended.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return ended;
    }
}
