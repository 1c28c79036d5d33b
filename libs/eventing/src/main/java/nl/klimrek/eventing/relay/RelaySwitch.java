package nl.klimrek.eventing.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.klimrek.eventing.outbox.OutboxEvent;
import nl.klimrek.eventing.relay.RelayControl.Report;
import nl.klimrek.eventing.relay.RelayControl.Setting;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker behind the operator's switch. While relays are paused it refuses every event, which then waits in its document;
 * commands go on. It sends nothing before it has read the switch for the first time, nor on a setting that is older than
 * {@link #POLL_INTERVAL}; an instance that sends nothing reads it every {@link #IDLE_POLL_INTERVAL}.
 */
public final class RelaySwitch implements Broker, AutoCloseable {

    /** How often the switch is read while events are sent. */
    public static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    /** How often the switch is read while none are. */
    public static final Duration IDLE_POLL_INTERVAL = Duration.ofSeconds(5);
    /** How often an instance reports while nothing changes. */
    public static final Duration REPORT_INTERVAL = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(RelaySwitch.class);

    private final Broker broker;
    private final RelaySwitchStore control;
    private final String instance;
    private final Clock clock;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Thread poller = new Thread(this::poll, "relay-switch");
    private volatile Setting setting = new Setting(true, -1);
    private volatile boolean running = true;
    private volatile boolean sent;
    private volatile Instant readAt = Instant.MIN;
    private Instant reportedAt = Instant.EPOCH;

    public RelaySwitch(Broker broker, RelaySwitchStore control, String instance, Clock clock) {
        this.broker = broker;
        this.control = control;
        this.instance = instance;
        this.clock = clock;
    }

    /** Reads the switch from now on. */
    public RelaySwitch start() {
        refresh();
        poller.setDaemon(true);
        poller.start();
        return this;
    }

    /** Whether an operator paused the relays, or the switch was never read. */
    public boolean isPaused() {
        return setting.paused();
    }

    @Override
    public void send(OutboxEvent event, Consumer<@Nullable Exception> answer) {
        sent = true;
        if (setting.setting() >= 0 && isOld(clock.instant())) {
            refresh();
        }
        // Counted before the switch is read: 0 in flight after a pause means that the last one is done.
        inFlight.incrementAndGet();
        if (setting.paused()) {
            inFlight.decrementAndGet();
            answer.accept(new RelayPausedException());
            return;
        }
        broker.send(event, failure -> {
            inFlight.decrementAndGet();
            answer.accept(failure);
        });
    }

    /** Reads the switch and reports what this instance follows. A store that does not answer changes nothing. */
    synchronized void refresh() {
        readAt = clock.instant();
        try {
            Setting now = control.setting();
            boolean changed = now.setting() != setting.setting();
            if (changed && now.setting() > 0) {
                LOG.info("Relays are {} (setting {})", now.paused() ? "paused" : "running", now.setting());
            }
            setting = now;
            Instant moment = clock.instant();
            if (changed || now.paused() || Duration.between(reportedAt, moment).compareTo(REPORT_INTERVAL) >= 0) {
                control.report(new Report(instance, now.setting(), inFlight.get(), moment));
                reportedAt = moment;
            }
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The relay switch cannot be read now: {}",
                    unavailable.getClass().getSimpleName());
        }
    }

    private boolean isOld(Instant now) {
        return now.isBefore(readAt) || now.isAfter(readAt.plus(POLL_INTERVAL));
    }

    private void poll() {
        try {
            while (running) {
                Duration interval = sent ? POLL_INTERVAL : IDLE_POLL_INTERVAL;
                sent = false;
                Thread.sleep(interval.toMillis());
                refresh();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running = false;
        poller.interrupt();
        try {
            control.forget(instance);
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "The report of this instance stays: {}",
                    unavailable.getClass().getSimpleName());
        }
    }

    /** Why an event was refused while relays are paused. */
    static final class RelayPausedException extends Exception {

        private static final long serialVersionUID = 1L;

        RelayPausedException() {
            super("Relays are paused by an operator", null, false, false);
        }
    }
}
