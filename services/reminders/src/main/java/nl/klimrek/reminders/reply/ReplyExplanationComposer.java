package nl.klimrek.reminders.reply;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.invitation.Meeting;
import nl.klimrek.reminders.invitation.ReplyAddress;
import nl.klimrek.reminders.mail.ContactDetails;
import nl.klimrek.reminders.mail.MailLayout;
import nl.klimrek.reminders.mail.MailLayout.Footer;
import nl.klimrek.reminders.mail.MailLayout.Item;
import nl.klimrek.reminders.mail.OccasionTexts;
import nl.klimrek.reminders.mail.OutgoingMail;
import nl.klimrek.reminders.mail.OutgoingMail.UnsubscribeHeader;
import nl.klimrek.reminders.prompt.PromptOccasion;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.reminders.unsubscribe.UnsubscribeService;
import nl.klimrek.servicekit.text.NameText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Composes the mail that tells a person kindly why a reply changed nothing. It repeats nothing of the reply. */
@Component
class ReplyExplanationComposer {

    private final RecipientLookup recipients;
    private final OccasionTexts occasions;
    private final ReplyAddress addresses;
    private final UnsubscribeService unsubscribe;
    private final RemindersProperties properties;
    private final MessageSource messages;

    ReplyExplanationComposer(
            RecipientLookup recipients,
            OccasionTexts occasions,
            ReplyAddress addresses,
            UnsubscribeService unsubscribe,
            RemindersProperties properties,
            MessageSource messages) {
        this.recipients = recipients;
        this.occasions = occasions;
        this.addresses = addresses;
        this.unsubscribe = unsubscribe;
        this.properties = properties;
        this.messages = messages;
    }

    OutgoingMail compose(Key person, ContactDetails to, Meeting meeting, Side side, ReplyOutcome outcome) {
        Locale locale = to.locale();
        ZoneId zone = recipients.find(person.organisation(), person.id()).zone();
        String link = properties.portalUrl() + "/conversations/" + meeting.conversation();
        String subject = text(outcome == ReplyOutcome.DECLINED ? "reply.subject.arrived" : "reply.subject", locale);
        String other = meeting.person(side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE);
        Item item = new Item(
                subject,
                text("reply." + outcome, locale),
                text("reply.why", locale),
                link,
                occasions.lines(
                        new PromptOccasion(other, meeting.start(), meeting.end(), null, null),
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
        return new OutgoingMail(
                Objects.requireNonNull(to.email()),
                locale.getLanguage(),
                subject,
                MailLayout.plain(greeting, List.of(item), where, footer),
                MailLayout.html(locale, subject, greeting, List.of(item), link, where, footer),
                stop,
                null,
                addresses.returnAddress(person));
    }

    private String text(String code, Locale locale, Object... values) {
        return messages.getMessage(code, values, locale);
    }
}
