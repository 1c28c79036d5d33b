package nl.klimrek.eventing.relay;

/** Wakes one waiting thread. A call while nobody waits is remembered, so that the next wait returns at once. */
final class WakeUp {

    private boolean called;

    synchronized void call() {
        if (!called) {
            called = true;
            notifyAll();
        }
    }

    /** Returns after a call, or when the time is up; a spurious wake-up only makes the caller look once more. */
    @SuppressWarnings("WaitNotInLoop")
    synchronized void await(long millis) throws InterruptedException {
        if (!called && millis > 0) {
            wait(millis);
        }
        called = false;
    }
}
