package nl.klimrek.reminders.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.mail.ContactDetails;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.mail.Mailer;
import nl.klimrek.reminders.mail.SmtpDeliveryResult;
import nl.klimrek.reminders.settings.PromptSettingsLookup;
import nl.klimrek.reminders.timing.RecipientLookup;
import org.springframework.stereotype.Component;

/**
 * Mails a meeting to the sides that do not have its present state.
 *
 * <p>What was mailed is recorded after the mail server accepted it. An instance that dies in between leaves the meeting due: the
 * next one sends the same mail with the same id.
 */
@Component
class InvitationSender {

    private final AggregateStore<Meeting> meetings;
    private final ContactDirectory contacts;
    private final RecipientLookup recipients;
    private final PromptSettingsLookup settings;
    private final InvitationComposer composer;
    private final Mailer mailer;
    private final Clock clock;

    InvitationSender(
            AggregateStore<Meeting> meetings,
            ContactDirectory contacts,
            RecipientLookup recipients,
            PromptSettingsLookup settings,
            InvitationComposer composer,
            Mailer mailer,
            Clock clock) {
        this.meetings = meetings;
        this.contacts = contacts;
        this.recipients = recipients;
        this.settings = settings;
        this.composer = composer;
        this.mailer = mailer;
        this.clock = clock;
    }

    /** Mails a meeting that is due. While the mail server is unavailable, it stays due. */
    void send(Key key) {
        Instant now = clock.instant();
        Meeting meeting = meetings.find(key).map(Versioned::state).orElse(null);
        if (meeting == null || meeting.dueAt() == null || now.isBefore(meeting.dueAt()) || !mailer.isAvailable()) {
            return;
        }
        for (Side side : Side.values()) {
            if (meeting.of(side).revision() < meeting.revision() && !send(key, meeting, side, now)) {
                return;
            }
        }
    }

    /** @return whether to go on with the other side */
    private boolean send(Key key, Meeting meeting, Side side, Instant now) {
        boolean had = meeting.of(side).invited();
        boolean cancelled = meeting.status() == MeetingStatus.CANCELLED;
        Key person = Key.of(key.organisation(), meeting.person(side));
        ContactDetails contact = contacts.find(person);
        if (!isWanted(meeting, person, contact, had, now)) {
            record(key, meeting, side, had && !cancelled);
            return true;
        }
        if (!mailer.awaitTurn()) {
            return false;
        }
        String id = key.value() + ".calendar." + side + "." + meeting.revision();
        SmtpDeliveryResult result = mailer.send(composer.compose(key, meeting, side, contact), id);
        switch (result) {
            case ACCEPTED -> record(key, meeting, side, !cancelled);
            case REJECTED -> record(key, meeting, side, had && !cancelled);
            case UNDELIVERABLE -> {
                contacts.undeliverable(person, String.valueOf(contact.email()), now);
                record(key, meeting, side, false);
            }
            case RETRY_LATER -> change(key, found -> found.retry(now.plus(Meeting.RETRY_AFTER)));
            case UNAVAILABLE -> {
                // It stays due for the next round.
            }
        }
        return result != SmtpDeliveryResult.UNAVAILABLE;
    }

    /** A calendar that has the meeting gets each change; another one gets what is to come, unless its owner wants none. */
    private boolean isWanted(Meeting meeting, Key person, ContactDetails contact, boolean had, Instant now) {
        if (!contact.isReachable()
                || !now.isBefore(meeting.end())
                || recipients.hasLeft(person.organisation(), person.id())) {
            return false;
        }
        return had
                || meeting.status() != MeetingStatus.CANCELLED
                        && !settings.find(person).withoutMail().contains(PromptGroup.CONVERSATIONS)
                        && !settings.find(person).unwanted().contains(PromptGroup.CONVERSATIONS);
    }

    private void record(Key key, Meeting meeting, Side side, boolean invited) {
        change(key, found -> found.mailed(side, meeting.revision(), invited));
    }

    private void change(Key key, Function<Meeting, Decision<Meeting>> step) {
        meetings.handle(
                key,
                MessageContext.system("invitations"),
                before -> before.map(step).orElseGet(Decision::unchanged));
    }
}
