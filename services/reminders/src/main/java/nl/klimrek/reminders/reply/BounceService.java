package nl.klimrek.reminders.reply;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.invitation.ReplyAddress;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.mailbox.IncomingMail;
import nl.klimrek.reminders.mailbox.IncomingMail.DeliveryFailure;
import nl.klimrek.reminders.prompt.Prompt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Marks addresses from which mail came back. A report counts when it came to the signed return address of the person whom the mail
 * was for, so nobody can stop the mail of somebody else.
 */
@Component
class BounceService {

    private static final Logger LOG = LoggerFactory.getLogger(BounceService.class);

    private final AggregateStore<Meeting> meetings;
    private final AggregateStore<Prompt> prompts;
    private final ReplyAddress addresses;
    private final ContactDirectory contacts;
    private final MeterRegistry metrics;
    private final Clock clock;

    BounceService(
            AggregateStore<Meeting> meetings,
            AggregateStore<Prompt> prompts,
            ReplyAddress addresses,
            ContactDirectory contacts,
            MeterRegistry metrics,
            Clock clock) {
        this.meetings = meetings;
        this.prompts = prompts;
        this.addresses = addresses;
        this.contacts = contacts;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Handles a report. Returns whether it was about mail of this service. */
    boolean handle(IncomingMail mail, DeliveryFailure failure) {
        Optional<Key> receiver = receiver(failure.original()).filter(person -> isSentTo(mail, person));
        receiver.filter(person -> failure.permanent()
                        && failure.recipient()
                                .equalsIgnoreCase(contacts.find(person).email()))
                .ifPresent(person -> contacts.undeliverable(person, failure.recipient(), clock.instant()));
        String result = receiver.isEmpty() ? "UNKNOWN" : failure.permanent() ? "PERMANENT" : "PASSING";
        metrics.counter("klimrek.reminders.bounces", "result", result).increment();
        LOG.info("A delivery report in the mailbox was handled: {}", result);
        return receiver.isPresent();
    }

    private boolean isSentTo(IncomingMail mail, Key person) {
        return mail.to().stream()
                .flatMap(address -> addresses.read(address).stream())
                .anyMatch(parts ->
                        parts.organisation().equals(person.organisation()) && addresses.isReturnAddress(parts, person));
    }

    /** The person whom a mail was for, from its Message-ID. */
    private Optional<Key> receiver(String messageId) {
        return SentMailId.parse(messageId).flatMap(sent -> {
            Side side = sent.side();
            Optional<String> person = side == null
                    ? prompts.find(sent.about()).map(Versioned::state).map(Prompt::actor)
                    : meetings.find(sent.about()).map(Versioned::state).map(meeting -> meeting.person(side));
            return person.map(id -> Key.of(sent.about().organisation(), id));
        });
    }
}
