package nl.klimrek.eventing.relay;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.klimrek.eventing.outbox.OutboxSettings;
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

    /** How long a service that stops waits for the broker. */
    static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(2);

    private static final long STEP_TIMEOUT_MILLIS = 1_000;
    private static final long SWEEP_POLL_MILLIS = 200;
    private static final long BACKLOG_POLL_MILLIS = 2;

    private final Relay relay;
    private final OutboxSettings settings;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicBoolean sweeping = new AtomicBoolean(true);
    private boolean firstSweepDone;
    private long nextSweep;
    private final Thread sender;
    private final Thread remover;
    private final Thread sweeper;

    public RelayThreads(Relay relay, OutboxSettings settings) {
        this.relay = relay;
        this.settings = settings;
        relay.setRunning(true);
        this.sender = start("send", running, this::send);
        this.remover = start("remove", running, this::remove);
        this.sweeper = start("sweep", sweeping, this::sweep);
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

    private Thread start(String name, AtomicBoolean whileTrue, Step step) {
        Thread thread = new Thread(() -> repeat(name, whileTrue, step), "relay-" + name + "-" + settings.instance());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void repeat(String name, AtomicBoolean whileTrue, Step step) {
        while (whileTrue.get()) {
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

    /**
     * Looks for no more documents, sends what is queued, and stops: within {@link #DRAIN_TIMEOUT} and the time of one step
     * each. What the broker did not acknowledge by then is given back to the other instances.
     */
    @Override
    public void close() throws InterruptedException {
        end(sweeping, sweeper);
        relay.awaitSent(DRAIN_TIMEOUT);
        end(running, sender, remover);
        relay.setRunning(false);
        finish("Leases cannot be given back now and will run out", relay::stop);
        finish("Acknowledged events cannot be deleted now and will be sent again", relay::deleteAcknowledged);
    }

    private static void end(AtomicBoolean whileTrue, Thread... threads) throws InterruptedException {
        whileTrue.set(false);
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(STEP_TIMEOUT_MILLIS);
        }
    }

    private static void finish(String consequence, Runnable last) {
        try {
            last.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: {}", consequence, e.toString());
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }
}
