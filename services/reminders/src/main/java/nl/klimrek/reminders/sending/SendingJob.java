package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.time.Instant;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.mail.MailServerProperties;
import nl.klimrek.reminders.mail.Mailer;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.servicekit.jobs.DueJob;
import org.springframework.stereotype.Component;

/**
 * Sends the prompts that are due, on as many threads as there may be connections to the mail server. Instances share them in
 * key ranges; a prompt that fails is passed over with an alarm. The first round waits for the debounce time, because events
 * from before the start may make a prompt obsolete.
 *
 * <p>A prompt is claimed only when the mail server may get a message, so while it is unavailable prompts wait at no cost.
 */
@Component
public final class SendingJob extends DueJob {

    private final int threads;
    private final Clock clock;
    private final Instant firstRound;

    SendingJob(
            AggregateStore<Prompt> prompts,
            PromptSender sender,
            Mailer mailer,
            RemindersProperties properties,
            MailServerProperties mailServer,
            Clock clock) {
        super("send-prompts", properties.pollInterval(), prompts, clock, prompt -> {
            if (mailer.isAvailable() && mailer.awaitTurn()) {
                sender.send(prompt);
            }
        });
        this.threads = mailServer.connections();
        this.clock = clock;
        this.firstRound = clock.instant().plus(properties.debounce());
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public boolean hasWork() {
        return !clock.instant().isBefore(firstRound) && super.hasWork();
    }
}
