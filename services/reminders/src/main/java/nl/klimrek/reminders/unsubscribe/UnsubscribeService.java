package nl.klimrek.reminders.unsubscribe;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.mail.ContactDetails;
import nl.klimrek.reminders.mail.ContactDirectory;
import nl.klimrek.reminders.mail.OutgoingMail.UnsubscribeHeader;
import nl.klimrek.reminders.settings.PromptSettings;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.stereotype.Component;

/** Makes the links that turn messages off, and follows them. A link is for one person and the kinds of one message. */
@Component
public class UnsubscribeService {

    static final String PATH = "/api/reminders/unsubscribe/";

    private final LinkSigner signer;
    private final AggregateStore<PromptSettings> settings;
    private final ContactDirectory contacts;
    private final RemindersProperties properties;

    UnsubscribeService(
            LinkSigner signer,
            AggregateStore<PromptSettings> settings,
            ContactDirectory contacts,
            RemindersProperties properties) {
        this.signer = signer;
        this.settings = settings;
        this.contacts = contacts;
        this.properties = properties;
    }

    /** The header of a message with prompts of these rules. Of a message that is a duty alone, the link explains why it came. */
    public UnsubscribeHeader header(Key person, Collection<PromptRule> rules) {
        Set<PromptGroup> groups = EnumSet.noneOf(PromptGroup.class);
        rules.stream().filter(PromptRule::optional).map(PromptRule::group).forEach(groups::add);
        return header(person, groups);
    }

    /** The header of a message that is turned off with these groups. */
    public UnsubscribeHeader header(Key person, Set<PromptGroup> groups) {
        return new UnsubscribeHeader(
                properties.portalUrl() + PATH + new UnsubscribeLink(person, groups).token(signer), !groups.isEmpty());
    }

    /** What a token turns off; empty when it was not made here, or its person is not there any more. */
    Optional<UnsubscribeLink> find(String token) {
        return UnsubscribeLink.read(token, signer)
                .filter(link -> contacts.find(link.person()).email() != null);
    }

    /** The language of the link's person. */
    Locale language(UnsubscribeLink link) {
        ContactDetails contact = contacts.find(link.person());
        return contact.locale();
    }

    /** Turns off the messages of the link. What they say still comes to the inbox. Repeating it changes nothing. */
    void turnOff(UnsubscribeLink link) {
        settings.handle(
                link.person(),
                MessageContext.system("unsubscribe-link"),
                before -> before.orElseGet(
                                () -> PromptSettings.none(link.person().id()))
                        .turnOffMail(link.groups()));
    }
}
