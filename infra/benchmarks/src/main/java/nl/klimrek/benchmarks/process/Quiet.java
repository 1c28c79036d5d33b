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

    private Quiet() {}

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
