package nl.klimrek.standalone.demo.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Polls for an asynchronous result of an earlier step. */
public final class Eventually {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_INTERVAL_MILLIS = 150;

    private Eventually() {}

    /**
     * Polls until the supplier returns a value.
     *
     * @throws DemoFailure after one minute without a value
     */
    public static <T> T until(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > deadline) {
                throw new DemoFailure("Waited " + TIMEOUT.toSeconds() + " s in vain until " + what + ".");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.");
        }
    }
}
