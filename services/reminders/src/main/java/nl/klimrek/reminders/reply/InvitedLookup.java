package nl.klimrek.reminders.reply;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.invitation.ReplyAddress;
import nl.klimrek.reminders.invitation.ReplyAddress.Parts;
import nl.klimrek.reminders.mailbox.IncomingMail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the side of a meeting to whose signed address a message was sent. */
@Component
class InvitedLookup {

    private static final String DOMAIN = "@conversations.klimrek";
    private static final int MAX_CONVERSATION = 150;
    private static final int MAX_CANDIDATES = 5;

    private final AggregateStore<Meeting> meetings;
    private final ReplyAddress addresses;

    InvitedLookup(AggregateStore<Meeting> meetings, ReplyAddress addresses) {
        this.meetings = meetings;
        this.addresses = addresses;
    }

    /** One side of a conversation's meeting. */
    record Invited(Key conversation, Meeting meeting, Side side) {

        Key person() {
            return Key.of(conversation.organisation(), meeting.person(side));
        }

        Key log() {
            return Key.of(conversation.organisation(), meeting.conversation() + ":" + side);
        }
    }

    /** The side that the message answers for; empty when no signature fits. */
    Optional<Invited> find(IncomingMail mail, @Nullable CalendarMessage message) {
        List<Parts> signed = Stream.concat(
                        Stream.ofNullable(message).map(CalendarMessage::organizer), mail.to().stream())
                .flatMap(address -> addresses.read(address).stream())
                .distinct()
                .limit(MAX_CANDIDATES)
                .toList();
        return signed.isEmpty()
                ? Optional.empty()
                : conversations(mail, message)
                        .flatMap(conversation -> signed.stream().flatMap(parts -> invited(parts, conversation)))
                        .findFirst();
    }

    private static Stream<String> conversations(IncomingMail mail, @Nullable CalendarMessage message) {
        return Stream.concat(
                        Stream.ofNullable(message).map(CalendarMessage::uid).map(InvitedLookup::conversation),
                        mail.answers().stream()
                                .flatMap(id -> SentMailId.parse(id).stream())
                                .filter(sent -> sent.side() != null)
                                .map(sent -> sent.about().id()))
                .filter(id -> id.length() <= MAX_CONVERSATION && id.matches(Key.ID))
                .distinct()
                .limit(MAX_CANDIDATES);
    }

    private static String conversation(String uid) {
        return uid.endsWith(DOMAIN) ? uid.substring(0, uid.length() - DOMAIN.length()) : "";
    }

    private Stream<Invited> invited(Parts parts, String conversation) {
        Key key = Key.of(parts.organisation(), conversation);
        return meetings.find(key).map(Versioned::state).stream()
                .flatMap(meeting -> Arrays.stream(Side.values())
                        .filter(side -> addresses.isSigned(parts, conversation, meeting.person(side)))
                        .map(side -> new Invited(key, meeting, side)));
    }
}
