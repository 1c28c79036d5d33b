package nl.klimrek.servicekit.imports.run;

import java.util.concurrent.TimeUnit;

/** Where idle workers wait for work. A signal reaches each that waits, and after the end nobody waits any more. */
final class WorkSignal {

    private long signals;
    private boolean ended;

    /** Waits for the next signal, the end, or the end of this time. */
    synchronized void await(long seconds) throws InterruptedException {
        long seen = signals;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long left = deadline - System.nanoTime();
        while (!ended && signals == seen && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }

    synchronized void signal() {
        signals++;
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Lets workers wait again after an end. */
    synchronized void begin() {
        ended = false;
    }
}
