package nl.klimrek.reminders.sending;

import java.util.Locale;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Composes messages from templates, in the recipient's language. */
@Component
class PromptMailComposer {

    /** Version of the templates in the message bundles. It rises when a text changes. */
    static final int TEMPLATE_VERSION = 1;

    private final MessageSource messages;
    private final RemindersProperties properties;

    PromptMailComposer(MessageSource messages, RemindersProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    PromptMail compose(Prompt prompt, String email, ContactDetails to) {
        Locale locale = to.locale();
        String template = prompt.template();
        String greeting = to.givenName() == null
                ? text("mail.greeting", locale)
                : text("mail.greeting.name", locale, to.givenName());
        String step = text("mail." + template + ".step", locale);
        String why = text("mail." + template + ".why", locale);
        String where = text("mail.where", locale);
        String choice = text("mail.choice", locale);
        String link = link(prompt);
        String plain = String.join("\n\n", greeting, step, where + "\n" + link, why, choice) + "\n";
        String html = "<!doctype html><html lang=\"" + locale.getLanguage() + "\"><body>"
                + paragraph(HtmlUtils.htmlEscape(greeting))
                + paragraph("<strong>" + HtmlUtils.htmlEscape(step) + "</strong>")
                + paragraph("<a href=\"" + link + "\">" + HtmlUtils.htmlEscape(where) + "</a>")
                + paragraph(HtmlUtils.htmlEscape(why)) + paragraph(HtmlUtils.htmlEscape(choice)) + "</body></html>";
        return new PromptMail(email, locale.getLanguage(), text("mail." + template + ".subject", locale), plain, html);
    }

    /** The page where the step is taken. */
    String link(Prompt prompt) {
        String path = switch (prompt.subjectKind()) {
            case CONVERSATION -> "/conversations/" + prompt.about();
            case AGREEMENT -> "/me";
            case BUDGET_REQUEST -> "/team";
        };
        return properties.portalUrl() + path;
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>";
    }

    private String text(String code, Locale locale, Object... values) {
        return messages.getMessage(code, values, locale);
    }
}
