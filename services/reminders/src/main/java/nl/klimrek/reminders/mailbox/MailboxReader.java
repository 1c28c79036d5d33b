package nl.klimrek.reminders.mailbox;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.klimrek.reminders.invitation.CalendarMailProperties;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the mailbox on a thread of its own, so that a slow IMAP server holds up no prompt. Without a mailbox it does nothing. */
@Component
public final class MailboxReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);

    private final MailboxProperties properties;
    private final MailboxJob job;
    private final ClockJobRunner runner;
    private @Nullable ScheduledExecutorService thread;

    MailboxReader(
            MailboxProperties properties,
            CalendarMailProperties calendar,
            IncomingMailHandler handler,
            ClockJobRunner runner,
            CircuitBreakerRegistry circuits,
            MeterRegistry metrics) {
        if (properties.isEnabled() && !calendar.isEnabled()) {
            throw new IllegalArgumentException(
                    "klimrek.reminders.mailbox needs klimrek.reminders.calendar.organizer, the address of this mailbox");
        }
        this.properties = properties;
        this.runner = runner;
        this.job = new MailboxJob(new ImapMailbox(properties, circuits), properties, handler, metrics);
    }

    /** The job whose rounds read the mailbox. */
    public ClockJob job() {
        return job;
    }

    @Override
    public synchronized void start() {
        if (!properties.isEnabled()) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread each = new Thread(work, "mailbox");
            each.setDaemon(true);
            return each;
        });
        long millis = properties.pollInterval().toMillis();
        started.scheduleWithFixedDelay(this::round, millis, millis, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void round() {
        try {
            runner.run(job);
        } catch (MailboxUnavailableException unavailable) {
            LOG.warn("{}; messages wait in it", unavailable.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Reading the mailbox stopped and goes on later: {}",
                    failed.getClass().getSimpleName());
        }
    }
}
