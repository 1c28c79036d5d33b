package nl.klimrek.eventing.outbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the relay on three threads: one sends, one deletes, one sweeps. They sleep until there is work. A failed step is
 * repeated.
 */
public final class RelayThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayThreads.class);
    private static final long IDLE_WAIT_MILLIS = 15_000;
    /** Collects acknowledgements, so that one write deletes several events. */
    private static final long DELETE_COLLECT_MILLIS = 200;

    private static final long SWEEP_POLL_MILLIS = 200;
    private static final long BACKLOG_POLL_MILLIS = 2;

    private final Relay relay;
    private final OutboxSettings settings;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private boolean firstSweepDone;
    private long nextSweep;
    private final Thread sender;
    private final Thread remover;
    private final Thread sweeper;

    public RelayThreads(Relay relay, OutboxSettings settings) {
        this.relay = relay;
        this.settings = settings;
        this.sender = start("send", this::send);
        this.remover = start("remove", this::remove);
        this.sweeper = start("sweep", this::sweep);
    }

    private void send() throws InterruptedException {
        if (relay.sendReady() == 0) {
            relay.awaitReady(IDLE_WAIT_MILLIS);
        }
    }

    private void remove() throws InterruptedException {
        relay.awaitDeletes(IDLE_WAIT_MILLIS, DELETE_COLLECT_MILLIS);
        relay.deleteAcknowledged();
    }

    private void sweep() throws InterruptedException {
        relay.retryPostponed();
        long now = System.nanoTime();
        boolean backlog = relay.hasBacklog();
        if (!firstSweepDone || backlog && relay.hasCapacity() || now - nextSweep >= 0) {
            relay.sweep(!firstSweepDone);
            firstSweepDone = true;
            nextSweep = now + settings.sweepInterval().toNanos();
        }
        if (relay.hasUnfinished()) {
            Thread.sleep(backlog ? BACKLOG_POLL_MILLIS : SWEEP_POLL_MILLIS);
        } else {
            relay.awaitUnfinished(TimeUnit.NANOSECONDS.toMillis(nextSweep - System.nanoTime()) + 1);
        }
    }

    private Thread start(String name, Step step) {
        Thread thread = new Thread(() -> repeat(name, step), "relay-" + name + "-" + settings.instance());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void repeat(String name, Step step) {
        while (running.get()) {
            try {
                step.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Relay step {} failed and will be repeated: {}", name, e.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.retryAfterFailure().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops after the current steps. The next start resumes what was not sent or deleted. */
    @Override
    public void close() throws InterruptedException {
        running.set(false);
        for (Thread thread : new Thread[] {sender, remover, sweeper}) {
            thread.interrupt();
            thread.join(settings.lease().toMillis());
        }
        relay.stop();
        try {
            relay.deleteAcknowledged();
        } catch (RuntimeException e) {
            LOG.warn("Acknowledged events cannot be deleted now and will be sent again: {}", e.toString());
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }
}
