package nl.klimrek.reminders.invitation;

import java.time.Clock;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.servicekit.jobs.DueJob;
import org.springframework.stereotype.Component;

/** Mails the meetings that are due. Instances share them in key ranges. */
@Component
public final class InvitationJob extends DueJob {

    InvitationJob(
            AggregateStore<Meeting> meetings, InvitationSender sender, RemindersProperties properties, Clock clock) {
        super("send-invitations", properties.pollInterval(), meetings, clock, sender::send);
    }
}
