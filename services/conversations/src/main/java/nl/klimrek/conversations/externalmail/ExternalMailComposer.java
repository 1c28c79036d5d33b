package nl.klimrek.conversations.externalmail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.klimrek.contracts.conversations.ExternalCoachMail;
import nl.klimrek.conversations.externalcoach.ExternalCoach;
import nl.klimrek.conversations.externalcoach.ExternalContact;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes a message in the coach's language, as text and as HTML that a phone shows well. */
@Component
class ExternalMailComposer {

    private static final String BODY = "margin:0;padding:24px 20px;color:#1d2b2a;max-width:560px;"
            + "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5";
    private static final String BUTTON = "display:inline-block;padding:14px 24px;background:#0b6259;color:#ffffff;"
            + "font-size:17px;font-weight:bold;text-decoration:none;border-radius:8px";

    private final MessageSource messages;

    ExternalMailComposer(MessageSource messages) {
        this.messages = messages;
    }

    /** @param link where the coach signs in; null in a message after the end */
    ExternalMail compose(
            ExternalCoach account, ExternalContact contact, ExternalCoachMail mail, @Nullable String link) {
        Locale locale = Locale.forLanguageTag(contact.language());
        String greeting = text("greeting", locale, contact.name());
        String what = text(
                mail.name() + "." + account.invitation().scope(),
                locale,
                contact.inviter(),
                day(account.invitation().lastDay(), locale));
        String why = text(link == null ? "erased" : "why", locale, contact.inviter());
        return new ExternalMail(
                contact.email(),
                contact.language(),
                text(mail.name() + ".subject", locale, contact.inviter()),
                greeting + "\n\n" + what + "\n\n" + (link == null ? "" : text("once", locale) + "\n" + link + "\n\n")
                        + why + "\n",
                html(locale, greeting, what, why, link));
    }

    private String html(Locale locale, String greeting, String what, String why, @Nullable String link) {
        return "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Klimrek</title></head>"
                + "<body style=\"" + BODY + "\"><p>" + escape(greeting) + "</p><p>" + escape(what) + "</p>"
                + (link == null
                        ? ""
                        : "<p><a href=\"" + escape(link) + "\" style=\"" + BUTTON + "\">" + escape(text("open", locale))
                                + "</a></p><p>" + escape(text("once", locale)) + "</p>")
                + "<p>" + escape(why) + "</p></body></html>";
    }

    private static String day(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage("external.mail." + key, values, locale);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
