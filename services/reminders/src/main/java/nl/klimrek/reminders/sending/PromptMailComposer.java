package nl.klimrek.reminders.sending;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Key;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.invitation.ReplyAddress;
import nl.klimrek.reminders.mail.ContactDetails;
import nl.klimrek.reminders.mail.MailLayout;
import nl.klimrek.reminders.mail.MailLayout.Footer;
import nl.klimrek.reminders.mail.MailLayout.Item;
import nl.klimrek.reminders.mail.OccasionTexts;
import nl.klimrek.reminders.mail.OutgoingMail;
import nl.klimrek.reminders.mail.OutgoingMail.UnsubscribeHeader;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.timing.RecipientLookup;
import nl.klimrek.reminders.timing.RemindersProperties;
import nl.klimrek.reminders.unsubscribe.UnsubscribeService;
import nl.klimrek.reminders.wording.WordingSelector;
import nl.klimrek.servicekit.text.NameText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Composes messages from templates, in the recipient's language: one step with its link, or several with one link each. They
 * say with whom and when, and never what somebody typed.
 */
@Component
class PromptMailComposer {

    private final MessageSource messages;
    private final WordingSelector wordings;
    private final OccasionTexts occasions;
    private final PromptCatalogue catalogue;
    private final RecipientLookup recipients;
    private final UnsubscribeService unsubscribe;
    private final ReplyAddress returns;
    private final RemindersProperties properties;

    PromptMailComposer(
            MessageSource messages,
            WordingSelector wordings,
            OccasionTexts occasions,
            PromptCatalogue catalogue,
            RecipientLookup recipients,
            UnsubscribeService unsubscribe,
            ReplyAddress returns,
            RemindersProperties properties) {
        this.messages = messages;
        this.wordings = wordings;
        this.occasions = occasions;
        this.catalogue = catalogue;
        this.recipients = recipients;
        this.unsubscribe = unsubscribe;
        this.returns = returns;
        this.properties = properties;
    }

    /** Chooses the words of each prompt for this person. */
    List<WordedPrompt> word(Key person, List<Prompt> prompts, ContactDetails to) {
        ZoneId zone = recipients.find(person.organisation(), person.id()).zone();
        return prompts.stream()
                .map(prompt -> new WordedPrompt(
                        prompt,
                        wordings.choose(prompt, person.organisation(), zone, to.locale()),
                        occasions.lines(prompt.progress().occasion(), person.organisation(), zone, to.locale())))
                .toList();
    }

    OutgoingMail compose(Key person, List<WordedPrompt> prompts, ContactDetails to) {
        Locale locale = to.locale();
        String greeting = to.givenName() == null || !NameText.isPlain(to.givenName())
                ? text("mail.greeting", locale)
                : text("mail.greeting.name", locale, to.givenName());
        UnsubscribeHeader stop = unsubscribe.header(
                person,
                prompts.stream()
                        .map(each -> catalogue.rule(each.prompt().action()))
                        .toList());
        Footer footer = new Footer(
                text("mail.choice", locale),
                properties.portalUrl() + "/settings/reminders",
                text("mail.settings", locale),
                stop.link(),
                text(stop.oneClick() ? "mail.unsubscribe" : "mail.duty", locale));
        List<Item> items = prompts.stream().map(this::item).toList();
        boolean single = items.size() == 1;
        String subject = single ? items.get(0).subject() : text("mail.several.subject", locale);
        String button = single ? items.get(0).link() : properties.portalUrl() + "/me";
        String where = text(single ? "mail.where" : "mail.where.several", locale);
        return new OutgoingMail(
                Objects.requireNonNull(to.email()),
                locale.getLanguage(),
                subject,
                MailLayout.plain(greeting, items, text("mail.where", locale), footer),
                MailLayout.html(locale, subject, greeting, items, button, where, footer),
                stop,
                null,
                returns.returnAddress(person));
    }

    private Item item(WordedPrompt worded) {
        return new Item(
                worded.wording().subject(),
                worded.wording().step(),
                worded.wording().why(),
                link(worded.prompt()),
                worded.occasion());
    }

    /** The page where the step is taken. */
    String link(Prompt prompt) {
        String path = switch (prompt.subjectKind()) {
            case CONVERSATION -> "/conversations/" + prompt.about();
            case AGREEMENT, EVIDENCE, ACTIVITY -> "/me";
            case BUDGET_REQUEST ->
                prompt.action() == PromptAction.DECIDE_REQUEST ? "/team" : "/budgets/requests/" + prompt.about();
            case FEEDBACK -> "/conversations/feedback/" + prompt.about();
            case HANDOVER -> "/conversations/handovers/" + prompt.about();
            case TEAM_DIALOGUE -> "/conversations/team/" + prompt.about();
            case CYCLE -> "/team/load";
            case GOAL -> prompt.action() == PromptAction.MAKE_ROOM ? "/team" : "/plan";
            case PLAN -> "/me";
            case BUDGET -> "/budgets";
            case COACHES -> "/coaches";
            case COACH -> "/coaches/profile";
            case WEBHOOK -> "/hr/webhooks";
            case EXTERNAL_COACH -> "/coaches/external";
            case GOAL_PROPOSAL ->
                prompt.action() == PromptAction.SEE_PROPOSAL_ANSWER ? "/team/" + prompt.about() + "/goal" : "/plan";
        };
        return properties.portalUrl() + path;
    }

    private String text(String code, Locale locale, Object... values) {
        return messages.getMessage(code, values, locale);
    }
}
