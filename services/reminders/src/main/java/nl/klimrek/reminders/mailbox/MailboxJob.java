package nl.klimrek.reminders.mailbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox, one instance at a time and a bounded number of messages in a round, the oldest first. A message is deleted
 * after it was handled, so one whose reader died is read again. A message that fails is set aside, so it holds up no other one.
 */
final class MailboxJob implements ClockJob {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxJob.class);
    private static final String RANGE = "inbox";

    private final ImapMailbox mailbox;
    private final MailboxProperties properties;
    private final IncomingMailHandler handler;
    private final Counter failures;
    private int read;
    private @Nullable MailboxUnavailableException unavailable;

    MailboxJob(ImapMailbox mailbox, MailboxProperties properties, IncomingMailHandler handler, MeterRegistry metrics) {
        this.mailbox = mailbox;
        this.properties = properties;
        this.handler = handler;
        this.failures = Counter.builder("klimrek.reminders.mailbox.failures")
                .description("Messages in the mailbox that could not be handled and were set aside")
                .register(metrics);
    }

    @Override
    public String name() {
        return "read-mailbox";
    }

    @Override
    public Duration interval() {
        return properties.pollInterval();
    }

    @Override
    public List<String> ranges() {
        return List.of(RANGE);
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        if (unavailable != null) {
            MailboxUnavailableException why = unavailable;
            begin();
            throw why;
        }
        List<String> keys = mailbox.oldest(Math.min(limit, properties.perRound() - read)).stream()
                .map(uid -> Long.toString(uid))
                .toList();
        read += keys.size();
        if (keys.isEmpty()) {
            begin();
            mailbox.release();
        }
        return keys;
    }

    private void begin() {
        unavailable = null;
        read = 0;
    }

    @Override
    public void process(String key) {
        if (unavailable != null) {
            return;
        }
        try {
            read(Long.parseLong(key));
        } catch (MailboxUnavailableException failed) {
            // The rest of the page waits in the mailbox, and the next page says so.
            unavailable = failed;
        }
    }

    private void read(long uid) {
        Optional<byte[]> message = mailbox.fetch(uid);
        if (message.isPresent() && isUnderstood(message.get())) {
            mailbox.delete(uid);
        } else {
            mailbox.setAside(uid);
        }
    }

    private boolean isUnderstood(byte[] message) {
        try {
            return handler.handle(IncomingMailReader.read(message, properties.authservId()));
        } catch (RuntimeException failed) {
            if (ClockJobRunner.unavailable(failed)) {
                throw failed;
            }
            failures.increment();
            LOG.error(
                    "A message in the mailbox could not be handled and is set aside: {}",
                    failed.getClass().getSimpleName());
            return false;
        }
    }
}
