package nl.klimrek.reminders.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends the prompts that are due. Instances share them in key ranges; a prompt that fails is passed over with an alarm. The
 * first round waits for the debounce time, because events from before the start may make a prompt obsolete.
 */
@Component
public final class SendingJob implements ClockJob {

    private final DueJob due;
    private final Clock clock;
    private final Instant firstRound;

    SendingJob(AggregateStore<Prompt> prompts, PromptSender sender, RemindersProperties properties, Clock clock) {
        this.due = new DueJob("send-prompts", properties.pollInterval(), prompts, clock, sender::send);
        this.clock = clock;
        this.firstRound = clock.instant().plus(properties.debounce());
    }

    @Override
    public String name() {
        return due.name();
    }

    @Override
    public Duration interval() {
        return due.interval();
    }

    @Override
    public List<String> ranges() {
        return due.ranges();
    }

    @Override
    public boolean hasWork() {
        return !clock.instant().isBefore(firstRound) && due.hasWork();
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        return due.page(range, after, limit);
    }

    @Override
    public void process(String key) {
        due.process(key);
    }
}
