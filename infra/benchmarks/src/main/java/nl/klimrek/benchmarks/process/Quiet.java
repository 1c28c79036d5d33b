package nl.klimrek.benchmarks.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until the platform has no more work: it uses less than a fifth of a core for a second. */
public final class Quiet {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int LOOKS = 10;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(3);

    private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int SETTLED_SECONDS = 5;
    private static final int MOST_PERIODS = 36;

    private Quiet() {}

    /**
     * Waits until nothing is left to do for anybody, such as messages that are sent in turn: it uses less than a twentieth of a
     * core for five seconds. After three minutes it goes on all the same.
     */
    public static void awaitSettled(ProcessThreads process) throws IOException {
        for (int period = 0; period < MOST_PERIODS; period++) {
            long before = process.processNanos();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SETTLED_SECONDS));
            if (process.processNanos() - before < SETTLED_NANOS) {
                return;
            }
        }
    }

    /** Returns when the work ended, as {@link System#nanoTime}; the second of waiting for more comes after it. */
    public static long await(ProcessThreads process) throws IOException {
        long begin = System.nanoTime();
        long[] used = new long[LOOKS + 1];
        for (int look = 0; System.nanoTime() - begin < LONGEST_NANOS; look++) {
            used[look % used.length] = process.processNanos();
            if (look >= LOOKS) {
                long before = used[(look + 1) % used.length];
                if (used[look % used.length] - before < BUSY_NANOS) {
                    return Math.max(begin, System.nanoTime() - LOOKS * LOOK_NANOS);
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("the platform did not become quiet");
    }
}
