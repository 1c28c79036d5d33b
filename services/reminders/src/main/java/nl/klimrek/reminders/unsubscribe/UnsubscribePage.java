package nl.klimrek.reminders.unsubscribe;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.reminders.catalogue.PromptGroup;
import nl.klimrek.reminders.timing.RemindersProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The pages behind an unsubscribe link. They need no sign-in, name nobody and load nothing. */
@Component
class UnsubscribePage {

    private static final String STYLE = """
            :root{color-scheme:light dark}body{margin:0 auto;max-width:34rem;padding:1.5rem 1rem;\
            font:1.0625rem/1.6 system-ui,sans-serif}h1{font-size:1.5rem;line-height:1.25}\
            button{font:inherit;font-weight:600;padding:.75rem 1.25rem;min-height:3rem;border:0;border-radius:.5rem;\
            background:#0b6259;color:#fff}a{color:inherit}:focus-visible{outline:3px solid currentColor;outline-offset:3px}""";

    private final MessageSource messages;
    private final RemindersProperties properties;

    UnsubscribePage(MessageSource messages, RemindersProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    /** Asks whether to turn the messages off. */
    String question(Set<PromptGroup> groups, Locale locale) {
        return page(
                locale,
                "unsubscribe.question",
                paragraph("unsubscribe.question.explained", locale, names(groups, locale))
                        + "<form method=\"post\"><input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">"
                        + "<p><button type=\"submit\">" + text("unsubscribe.send", locale) + "</button></p></form>");
    }

    /** Says that the messages are turned off. */
    String done(Set<PromptGroup> groups, Locale locale) {
        return page(
                locale,
                "unsubscribe.done",
                paragraph("unsubscribe.done.explained", locale, names(groups, locale)) + settings(locale));
    }

    /** Says why the messages of a duty cannot be turned off. */
    String duty(Locale locale) {
        return page(locale, "unsubscribe.duty", paragraph("unsubscribe.duty.explained", locale) + settings(locale));
    }

    /** Says that the link is not known. */
    String unknown(Locale locale) {
        return page(
                locale, "unsubscribe.unknown", paragraph("unsubscribe.unknown.explained", locale) + settings(locale));
    }

    private String settings(Locale locale) {
        return "<p><a href=\"" + HtmlUtils.htmlEscape(properties.portalUrl() + "/settings/reminders") + "\">"
                + text("unsubscribe.settings", locale) + "</a></p>";
    }

    private String names(Set<PromptGroup> groups, Locale locale) {
        return groups.stream()
                .sorted(Comparator.naturalOrder())
                .map(group -> messages.getMessage("unsubscribe.group." + group, null, locale))
                .collect(Collectors.joining(", "));
    }

    private String paragraph(String code, Locale locale, Object... values) {
        return "<p>" + text(code, locale, values) + "</p>";
    }

    private String text(String code, Locale locale, Object... values) {
        return HtmlUtils.htmlEscape(messages.getMessage(code, values, locale));
    }

    private String page(Locale locale, String title, String body) {
        String heading = text(title, locale);
        return "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"robots\" content=\"noindex\"><meta name=\"referrer\" content=\"no-referrer\"><title>"
                + heading + " · Klimrek</title><style>" + STYLE + "</style></head><body><main><h1>" + heading + "</h1>"
                + body + "</main></body></html>";
    }
}
