package nl.klimrek.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What a running platform shows once nothing changes it any more. */
public final class Steady {

    private static final Duration UNCHANGED = Duration.ofSeconds(3);

    private Steady() {}

    /** Looks again and again until the answer has stayed the same for some seconds. */
    public static <T> T answer(Supplier<T> look) {
        AtomicReference<T> seen = new AtomicReference<>(look.get());
        await().during(UNCHANGED)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    T now = look.get();
                    return now.equals(seen.getAndSet(now));
                });
        return seen.get();
    }
}
