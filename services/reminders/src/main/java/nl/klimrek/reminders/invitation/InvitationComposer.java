package nl.klimrek.reminders.invitation;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.invitation.InvitationWriter.Guest;
import nl.klimrek.reminders.mail.ContactDetails;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.mail.MailLayout;
import nl.klimrek.reminders.mail.MailLayout.Footer;
import nl.klimrek.reminders.mail.MailLayout.Item;
import nl.klimrek.reminders.mail.OccasionTexts;
import nl.klimrek.reminders.mail.OutgoingMail;
import nl.klimrek.reminders.mail.OutgoingMail.CalendarPart;
import nl.klimrek.reminders.mail.OutgoingMail.UnsubscribeHeader;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.reminders.unsubscribe.UnsubscribeService;
import nl.klimrek.servicekit.text.MailAddress;
import nl.klimrek.servicekit.text.NameText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Composes the mail about a meeting to one of its sides, with its calendar part. */
@Component
class InvitationComposer {

    private final ContactDirectory contacts;
    private final RecipientLookup recipients;
    private final OccasionTexts occasions;
    private final ReplyAddress replies;
    private final UnsubscribeService unsubscribe;
    private final RemindersProperties properties;
    private final MessageSource messages;

    InvitationComposer(
            ContactDirectory contacts,
            RecipientLookup recipients,
            OccasionTexts occasions,
            ReplyAddress replies,
            UnsubscribeService unsubscribe,
            RemindersProperties properties,
            MessageSource messages) {
        this.contacts = contacts;
        this.recipients = recipients;
        this.occasions = occasions;
        this.replies = replies;
        this.unsubscribe = unsubscribe;
        this.properties = properties;
        this.messages = messages;
    }

    OutgoingMail compose(Key conversation, Meeting meeting, Side side, ContactDetails to) {
        Key person = Key.of(conversation.organisation(), meeting.person(side));
        Locale locale = to.locale();
        ZoneId zone = recipients.find(person.organisation(), person.id()).zone();
        String link = properties.portalUrl() + "/conversations/" + meeting.conversation();
        String kind = "invitation." + kind(meeting, side);
        ZonedDateTime start = meeting.start().atZone(zone);
        String subject = text(
                kind + ".subject",
                locale,
                start.format(DateTimeFormatter.ofPattern("EEE d MMM", locale)),
                start.format(DateTimeFormatter.ofPattern("HH:mm", locale)));
        Item item = new Item(
                subject,
                text(kind + ".step", locale),
                text("invitation.why", locale),
                link,
                occasions.lines(
                        new PromptOccasion(meeting.person(other(side)), meeting.start(), meeting.end(), null, null),
                        person.organisation(),
                        zone,
                        locale));
        UnsubscribeHeader stop = unsubscribe.header(person, Set.of(PromptGroup.CONVERSATIONS));
        Footer footer = new Footer(
                text("mail.choice", locale),
                properties.portalUrl() + "/settings/reminders",
                text("mail.settings", locale),
                stop.link(),
                text("mail.unsubscribe", locale));
        String greeting = to.givenName() == null || !NameText.isPlain(to.givenName())
                ? text("mail.greeting", locale)
                : text("mail.greeting.name", locale, to.givenName());
        String where = text("mail.where", locale);
        String organizer = replies.of(conversation, person.id());
        return new OutgoingMail(
                Objects.requireNonNull(to.email()),
                locale.getLanguage(),
                subject,
                MailLayout.plain(greeting, List.of(item), where, footer),
                MailLayout.html(locale, subject, greeting, List.of(item), link, where, footer),
                stop,
                new CalendarPart(
                        meeting.status() == MeetingStatus.CANCELLED ? "CANCEL" : "REQUEST",
                        InvitationWriter.write(
                                meeting,
                                organizer,
                                guests(conversation, meeting),
                                text("invitation.summary", locale),
                                text("mail.where", locale) + ": " + link,
                                URI.create(link)),
                        organizer),
                replies.returnAddress(person));
    }

    /** The sides that have a plain address. A name or address that is none stays out of the calendar part. */
    private List<Guest> guests(Key conversation, Meeting meeting) {
        return Arrays.stream(Side.values())
                .flatMap(side -> {
                    ContactDetails contact = contacts.find(Key.of(conversation.organisation(), meeting.person(side)));
                    return contact.email() != null && MailAddress.isPlain(contact.email())
                            ? List.of(new Guest(contact.email(), contact.name(), meeting.hasAgreed(side))).stream()
                            : List.<Guest>of().stream();
                })
                .toList();
    }

    /** What the mail says: a proposal to answer or one's own, an agreement, a move, or that there is no slot any more. */
    private static String kind(Meeting meeting, Side side) {
        return switch (meeting.status()) {
            case TENTATIVE -> meeting.hasAgreed(side) ? "proposed" : "request";
            case CONFIRMED -> "confirmed";
            case CANCELLED -> "cancelled";
        };
    }

    private static Side other(Side side) {
        return side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE;
    }

    private String text(String code, Locale locale, Object... values) {
        return messages.getMessage(code, values, locale);
    }
}
