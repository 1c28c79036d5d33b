package nl.klimrek.eventing.relay;

/** Wakes the threads of a relay when there is something to send, to delete or to sweep. */
final class RelaySignals {

    private final WakeUp sends = new WakeUp();
    private final WakeUp deletes = new WakeUp();
    private final WakeUp manyDeletes = new WakeUp();
    private final WakeUp sweeps = new WakeUp();

    /** A document is ready to be sent from. */
    void ready() {
        sends.call();
    }

    /** An acknowledged event can be deleted. */
    void deletes() {
        deletes.call();
    }

    /** Deletions are not to be collected any longer. */
    void manyDeletes() {
        manyDeletes.call();
    }

    /** A document was left to a sweep, or to be claimed later. */
    void unfinished() {
        sweeps.call();
    }

    void awaitReady(long millis) throws InterruptedException {
        sends.await(millis);
    }

    void awaitDeletes(long millis) throws InterruptedException {
        deletes.await(millis);
    }

    void awaitManyDeletes(long millis) throws InterruptedException {
        manyDeletes.await(millis);
    }

    void awaitUnfinished(long millis) throws InterruptedException {
        sweeps.await(millis);
    }
}
