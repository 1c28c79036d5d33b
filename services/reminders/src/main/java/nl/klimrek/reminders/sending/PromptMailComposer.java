package nl.klimrek.reminders.sending;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.reminders.catalogue.PromptTexts;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Composes messages from templates, in the recipient's language: one step with its link, or several with one link each. */
@Component
class PromptMailComposer {

    /** Version of the templates in the message bundles. It rises when a text changes. */
    static final int TEMPLATE_VERSION = 2;

    private final MessageSource messages;
    private final PromptTexts texts;
    private final RemindersProperties properties;

    PromptMailComposer(MessageSource messages, PromptTexts texts, RemindersProperties properties) {
        this.messages = messages;
        this.texts = texts;
        this.properties = properties;
    }

    PromptMail compose(List<Prompt> prompts, String email, ContactDetails to) {
        Locale locale = to.locale();
        String greeting = to.givenName() == null
                ? text("mail.greeting", locale)
                : text("mail.greeting.name", locale, to.givenName());
        String choice = text("mail.choice", locale);
        List<Item> items = prompts.stream().map(prompt -> item(prompt, locale)).toList();
        String subject = items.size() == 1 ? items.get(0).subject() : text("mail.several.subject", locale);
        String plain = greeting + "\n\n"
                + items.stream()
                        .map(item -> item.plain(text("mail.where", locale)))
                        .collect(Collectors.joining("\n\n"))
                + "\n\n" + choice + "\n";
        String html = "<!doctype html><html lang=\"" + locale.getLanguage() + "\"><body>"
                + paragraph(HtmlUtils.htmlEscape(greeting))
                + items.stream()
                        .map(item -> html(item, text("mail.where", locale)))
                        .collect(Collectors.joining())
                + paragraph(HtmlUtils.htmlEscape(choice)) + "</body></html>";
        return new PromptMail(email, locale.getLanguage(), subject, plain, html);
    }

    private Item item(Prompt prompt, Locale locale) {
        return new Item(
                texts.subject(prompt, locale), texts.step(prompt, locale), texts.why(prompt, locale), link(prompt));
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
        };
        return properties.portalUrl() + path;
    }

    private static String html(Item item, String where) {
        return paragraph("<strong>" + HtmlUtils.htmlEscape(item.step()) + "</strong>")
                + paragraph("<a href=\"" + item.link() + "\">" + HtmlUtils.htmlEscape(where) + "</a>")
                + paragraph(HtmlUtils.htmlEscape(item.why()));
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>";
    }

    private String text(String code, Locale locale, Object... values) {
        return messages.getMessage(code, values, locale);
    }

    /** One prompt in words. */
    private record Item(String subject, String step, String why, String link) {

        String plain(String where) {
            return String.join("\n\n", step, where + "\n" + link, why);
        }
    }
}
