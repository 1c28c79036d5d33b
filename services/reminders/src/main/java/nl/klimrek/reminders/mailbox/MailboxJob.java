package nl.klimrek.reminders.mailbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.ClockJobRunner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox, one instance at a time and a bounded number of messages in a round, the oldest first. Messages are deleted
 * after they were handled, so those whose reader died are read again. A message that fails is set aside, so it holds up no other
 * one.
 */
final class MailboxJob implements ClockJob {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxJob.class);
    private static final String RANGE = "inbox";

    private final ImapMailbox mailbox;
    private final MailboxProperties properties;
    private final IncomingMailHandler handler;
    private final Counter failures;
    private Map<Long, Integer> sizes = Map.of();
    private MailBatch batch;
    private int read;
    private @Nullable MailboxUnavailableException unavailable;

    MailboxJob(ImapMailbox mailbox, MailboxProperties properties, IncomingMailHandler handler, MeterRegistry metrics) {
        this.mailbox = mailbox;
        this.batch = MailBatch.empty(mailbox);
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
    public synchronized List<String> page(String range, @Nullable String after, int limit) {
        // What an interrupted round handled and did not remove is read again, maybe by another instance.
        batch = MailBatch.empty(mailbox);
        if (unavailable != null) {
            MailboxUnavailableException why = unavailable;
            begin();
            throw why;
        }
        sizes = mailbox.oldest(Math.min(limit, properties.perRound() - read));
        read += sizes.size();
        if (sizes.isEmpty()) {
            begin();
            mailbox.release();
        }
        return sizes.keySet().stream().map(uid -> Long.toString(uid)).toList();
    }

    private void begin() {
        unavailable = null;
        read = 0;
    }

    @Override
    public synchronized void process(String key) {
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
        if (!batch.contains(uid)) {
            batch.remove();
            batch = MailBatch.from(uid, sizes, mailbox);
        }
        byte[] message = batch.message(uid);
        boolean understood;
        try {
            understood = message != null && isUnderstood(message);
        } catch (RuntimeException storeUnavailable) {
            batch.remove();
            throw storeUnavailable;
        }
        batch.handled(uid, understood);
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
