package nl.klimrek.reminders.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.mail.ContactDetails;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.mail.Mailer;
import nl.klimrek.reminders.mail.SmtpDeliveryResult;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.jobs.DueJob;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Mails the explanations that are due, to the address that the directory has. An instance that dies before it recorded a mail
 * leaves it due: the next one sends the same mail with the same id.
 */
@Component
public final class ReplyExplanationJob implements ClockJob {

    private final AggregateStore<ReplyLog> logs;
    private final AggregateStore<Meeting> meetings;
    private final ContactDirectory contacts;
    private final ReplyExplanationComposer composer;
    private final Mailer mailer;
    private final Clock clock;
    private final DueJob due;

    ReplyExplanationJob(
            AggregateStore<ReplyLog> logs,
            AggregateStore<Meeting> meetings,
            ContactDirectory contacts,
            ReplyExplanationComposer composer,
            Mailer mailer,
            RemindersProperties properties,
            Clock clock) {
        this.logs = logs;
        this.meetings = meetings;
        this.contacts = contacts;
        this.composer = composer;
        this.mailer = mailer;
        this.clock = clock;
        this.due = new DueJob("explain-replies", properties.pollInterval(), logs, clock, this::send);
    }

    private void send(Key key) {
        Instant now = clock.instant();
        ReplyLog log = logs.find(key).map(Versioned::state).orElse(null);
        if (log == null || log.dueAt() == null || now.isBefore(log.dueAt()) || !mailer.isAvailable()) {
            return;
        }
        ReplyOutcome outcome = log.toExplain();
        if (outcome == null) {
            change(key, found -> found.retry(now.plus(ReplyLog.RETRY_AFTER)));
            return;
        }
        Key person = Key.of(key.organisation(), log.person());
        ContactDetails contact = contacts.find(person);
        Meeting meeting = meetings.find(Key.of(key.organisation(), log.conversation()))
                .map(Versioned::state)
                .orElse(null);
        if (meeting == null || !contact.isReachable()) {
            change(key, found -> found.explained(outcome, now));
            return;
        }
        String id = Key.of(key.organisation(), log.conversation()).value() + ".calendar-reply." + log.side() + "."
                + (log.explanations() + 1);
        SmtpDeliveryResult result = mailer.send(composer.compose(person, contact, meeting, log.side(), outcome), id);
        switch (result) {
            case ACCEPTED, REJECTED -> change(key, found -> found.explained(outcome, now));
            case UNDELIVERABLE -> {
                contacts.undeliverable(person, String.valueOf(contact.email()), now);
                change(key, found -> found.explained(outcome, now));
            }
            case RETRY_LATER -> change(key, found -> found.retry(now.plus(ReplyLog.RETRY_AFTER)));
            case UNAVAILABLE -> {
                // It stays due for the next round.
            }
        }
    }

    private void change(Key key, Function<ReplyLog, Decision<ReplyLog>> step) {
        logs.handle(
                key,
                MessageContext.system("calendar-mail"),
                before -> before.map(step).orElseGet(Decision::unchanged));
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
