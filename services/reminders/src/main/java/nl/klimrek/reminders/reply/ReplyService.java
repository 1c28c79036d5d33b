package nl.klimrek.reminders.reply;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.contracts.reminders.CalendarAnswer;
import nl.klimrek.contracts.reminders.CalendarReplyReceived;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.mailbox.IncomingMail;
import nl.klimrek.reminders.mailbox.IncomingMailHandler;
import nl.klimrek.reminders.reply.InvitedLookup.Invited;
import nl.klimrek.reminders.timing.RecipientLookup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Turns replies from calendars into events on which conversations decides.
 *
 * <p>A reply counts when it came to the address that was made for this person and conversation, from the address that the
 * directory has of this person, and is about the present slot. Its event and its id are stored in one write.
 */
@Component
class ReplyService implements IncomingMailHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReplyService.class);

    private final AggregateStore<ReplyLog> logs;
    private final InvitedLookup invitations;
    private final ContactDirectory contacts;
    private final RecipientLookup recipients;
    private final BounceService bounces;
    private final MeterRegistry metrics;
    private final Clock clock;

    ReplyService(
            AggregateStore<ReplyLog> logs,
            InvitedLookup invitations,
            ContactDirectory contacts,
            RecipientLookup recipients,
            BounceService bounces,
            MeterRegistry metrics,
            Clock clock) {
        this.logs = logs;
        this.invitations = invitations;
        this.contacts = contacts;
        this.recipients = recipients;
        this.bounces = bounces;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public boolean handle(IncomingMail mail) {
        if (mail.failure() != null) {
            return bounces.handle(mail, mail.failure());
        }
        if (mail.automatic() && mail.calendars().isEmpty()) {
            return done(ReplyOutcome.AUTOMATIC, true);
        }
        CalendarMessage message = mail.calendars().stream()
                .flatMap(text -> CalendarMessageReader.read(text).stream())
                .findFirst()
                .orElse(null);
        ReplyOutcome unread = mail.calendars().isEmpty() ? ReplyOutcome.NO_CALENDAR : ReplyOutcome.UNREADABLE;
        Optional<Invited> invited = invitations.find(mail, message);
        if (invited.isEmpty()) {
            return message == null ? done(unread, false) : stranger(message);
        }
        return done(handle(mail, message, unread, invited.get()), true);
    }

    /** A reply that fits no invitation is deleted; what is no reply may concern the people who run the mailbox. */
    private boolean stranger(CalendarMessage message) {
        boolean reply = message.isReply() || message.isCounter();
        return done(reply ? ReplyOutcome.FORGED : ReplyOutcome.NOT_A_REPLY, reply);
    }

    private ReplyOutcome handle(
            IncomingMail mail, @Nullable CalendarMessage message, ReplyOutcome unread, Invited invited) {
        Instant now = clock.instant();
        Key person = invited.person();
        ReplyOutcome outcome = recipients.hasLeft(person.organisation(), person.id())
                ? ReplyOutcome.FORGED
                : ReplyDecider.decide(
                        mail.from(), message, unread, invited.meeting(), invited.side(), contacts.find(person), now);
        ReplyLog after = logs.handle(
                        invited.log(),
                        MessageContext.command(person.id(), mail.id(), mail.id())
                                .withoutMarker(),
                        before -> step(
                                before.orElseGet(() -> ReplyLog.of(invited.meeting(), invited.side())),
                                mail,
                                message,
                                invited,
                                outcome,
                                now))
                .state();
        return Objects.requireNonNull(after.last());
    }

    private static Decision<ReplyLog> step(
            ReplyLog log,
            IncomingMail mail,
            @Nullable CalendarMessage message,
            Invited invited,
            ReplyOutcome outcome,
            Instant now) {
        if (log.knows(mail.id())) {
            return Decision.unchanged();
        }
        if (!outcome.isAnswer() || message == null) {
            ReplyLog next = log.with(mail.id(), outcome);
            return Decision.accept(outcome.isExplained() && !mail.automatic() ? next.explain(outcome, now) : next);
        }
        // A clock that is ahead must not make every later answer an old one.
        Instant stamp = message.stamp() == null || message.stamp().isAfter(now) ? now : message.stamp();
        if (log.isOvertaken(message.sequence(), stamp)) {
            return Decision.accept(log.with(mail.id(), ReplyOutcome.OVERTAKEN));
        }
        ReplyLog next = log.withAnswer(mail.id(), outcome, message.sequence(), stamp);
        boolean wordsUnread = outcome == ReplyOutcome.DECLINED && message.commented();
        return Decision.accept(wordsUnread ? next.explain(outcome, now) : next, event(message, invited, outcome));
    }

    private static CalendarReplyReceived event(CalendarMessage message, Invited invited, ReplyOutcome outcome) {
        Meeting meeting = invited.meeting();
        boolean counter = outcome == ReplyOutcome.COUNTERED;
        return new CalendarReplyReceived(
                meeting.conversation(),
                meeting.employee(),
                meeting.counterpart(),
                invited.side(),
                CalendarAnswer.valueOf(outcome.name()),
                meeting.start(),
                meeting.end(),
                counter ? message.start() : null,
                counter ? message.end() : null);
    }

    private boolean done(ReplyOutcome outcome, boolean understood) {
        metrics.counter("klimrek.reminders.replies", "outcome", outcome.name()).increment();
        LOG.info("A message in the mailbox was handled: {}", outcome);
        return understood;
    }
}
