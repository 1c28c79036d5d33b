package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.metrics.ConsumerProgress;
import nl.klimrek.reminders.mail.MailServerProperties;
import nl.klimrek.reminders.mail.Mailer;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.servicekit.jobs.DueJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends the prompts that are due, on as many threads as there may be connections to the mail server. Instances share them in
 * key ranges; a prompt that fails is passed over with an alarm. The first round waits until the events from before the start are
 * read, because they may make a prompt obsolete.
 *
 * <p>A prompt is claimed only when the mail server may get a message, so while it is unavailable prompts wait at no cost.
 */
@Component
public final class SendingJob extends DueJob {

    private final PromptSender sender;
    private final Mailer mailer;
    private final int threads;
    private final FirstRound firstRound;

    /** The page of the range at which a thread works. */
    private final ThreadLocal<DuePage> page;

    SendingJob(
            AggregateStore<Prompt> prompts,
            PromptSender sender,
            Mailer mailer,
            RemindersProperties properties,
            MailServerProperties mailServer,
            ConsumerProgress progress,
            Clock clock) {
        super("send-prompts", properties.pollInterval(), prompts, clock, sender::send);
        this.sender = sender;
        this.mailer = mailer;
        this.threads = mailServer.connections();
        this.page = ThreadLocal.withInitial(() -> new DuePage(List.of(), sender::read));
        this.firstRound = new FirstRound(clock, properties.debounce(), progress);
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public boolean hasWork() {
        return firstRound.isOpen() && super.hasWork();
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        List<String> keys = super.page(range, after, limit);
        page.set(new DuePage(keys, sender::read));
        return keys;
    }

    @Override
    public void process(String key) {
        if (mailer.isAvailable() && mailer.awaitTurn()) {
            Key prompt = Key.parse(key);
            sender.send(prompt, page.get().with(prompt));
        }
    }
}
