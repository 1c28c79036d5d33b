package nl.klimrek.reminders.invitation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails the meetings that are due. Instances share them in key ranges. */
@Component
public final class InvitationJob implements ClockJob {

    private final DueJob due;

    InvitationJob(
            AggregateStore<Meeting> meetings, InvitationSender sender, RemindersProperties properties, Clock clock) {
        this.due = new DueJob("send-invitations", properties.pollInterval(), meetings, clock, sender::send);
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
        return due.hasWork();
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
