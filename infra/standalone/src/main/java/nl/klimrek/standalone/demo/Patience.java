package nl.klimrek.standalone.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what follows by itself from an earlier step: facts travel between services. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 150;

    private Patience() {}

    /**
     * The first answer that is there.
     *
     * @throws Missing when there is none in a minute, saying what was waited for
     */
    static <T> T until(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > deadline) {
                throw new Missing("Waited " + LONGEST.toSeconds() + " s in vain until " + what + ".");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Missing("The demo was interrupted.");
        }
    }
}
