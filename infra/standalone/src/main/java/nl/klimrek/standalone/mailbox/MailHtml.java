package nl.klimrek.standalone.mailbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders the mailbox pages in Dutch or English. All content of messages is escaped. */
final class MailHtml {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2b2a;--paper:#f4f7f5;--line:#c4d0cd;--accent:#0b6259}
            @media(prefers-color-scheme:dark){:root{--ink:#e8efed;--paper:#101817;--line:#3a4846;--accent:#7fd1c4}}
            body{margin:0 auto;max-width:52rem;padding:1.5rem 1rem;background:var(--paper);color:var(--ink);\
            font:1.0625rem/1.5 system-ui,sans-serif}
            h1{font-size:1.6rem;line-height:1.25;overflow-wrap:break-word}
            a{color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
            ul{list-style:none;padding:0}li{border-top:1px solid var(--line);padding:.75rem 0}
            li a{font-weight:600}.meta{display:block;font-size:.9rem;overflow-wrap:anywhere}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0;overflow-wrap:anywhere}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border-top:1px solid var(--line);\
            padding-top:1rem}
            iframe{display:block;width:390px;max-width:100%;height:44rem;border:1px solid var(--line);\
            border-radius:1rem;background:#fff;color-scheme:light}details{margin-top:1rem}
            """;

    /** Links of a message open outside the frame, in which nothing may run. */
    private static final String LINKS_OUTSIDE = "<base target=\"_blank\">";

    private static final ZoneId HOME = ZoneId.of("Europe/Amsterdam");

    private final ResourceBundle words;
    private final String language;

    /** @param acceptLanguage the request header, may be null; Dutch if it names Dutch first, else English */
    MailHtml(String acceptLanguage) {
        this.language = acceptLanguage != null
                        && acceptLanguage.toLowerCase(Locale.ROOT).startsWith("nl")
                ? "nl"
                : "en";
        this.words = ResourceBundle.getBundle(
                "nl.klimrek.standalone.mailbox.messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String list(List<MailMessage.Line> lines, @Nullable String next) {
        String items = lines.stream().map(this::item).collect(Collectors.joining());
        String rest = next == null ? "" : "<p><a href=\"/mail?after=%s\">%s</a></p>".formatted(next, word("older"));
        return page(word("title"), lines.isEmpty() ? "<p>" + word("empty") + "</p>" : "<ul>" + items + "</ul>" + rest);
    }

    private String item(MailMessage.Line line) {
        return "<li><a href=\"/mail/%s\">%s</a><span class=\"meta\"><time datetime=\"%s\">%s</time> · %s</span></li>"
                .formatted(line.id(), subject(line.subject()), line.date(), moment(line.date()), addresses(line.to()));
    }

    String message(MailMessage mail) {
        String attachments = mail.attachments().isEmpty()
                ? ""
                : row("attachments", HtmlEscape.escape(String.join(", ", mail.attachments())));
        return page(
                subject(mail.subject()),
                "<p><a href=\"/mail\">" + word("back") + "</a></p><dl>"
                        + row("date", "<time datetime=\"" + mail.date() + "\">" + moment(mail.date()) + "</time>")
                        + row("from", HtmlEscape.escape(mail.from())) + row("to", addresses(mail.to())) + attachments
                        + "</dl>"
                        + body(mail)
                        + "<p><a href=\"/mail/" + mail.id() + ".eml\">" + word("raw") + "</a></p>");
    }

    /** The message as a phone shows it, where it has HTML, and its text. */
    private String body(MailMessage mail) {
        String text = "<pre>" + HtmlEscape.escape(mail.text()) + "</pre>";
        if (mail.html().isBlank()) {
            return text;
        }
        String framed = mail.html().contains("<head>")
                ? mail.html().replaceFirst("<head>", "<head>" + LINKS_OUTSIDE)
                : LINKS_OUTSIDE + mail.html();
        return "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"" + word("as-on-a-phone")
                + "\" srcdoc=\"" + HtmlEscape.escape(framed) + "\"></iframe><details><summary>" + word("as-text")
                + "</summary>" + text + "</details>";
    }

    String missing() {
        return page(word("missing"), "<p><a href=\"/mail\">" + word("back") + "</a></p>");
    }

    /** Day and time where the demo's organisation is. */
    private String moment(String date) {
        return Instant.parse(date)
                .atZone(HOME)
                .format(DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.forLanguageTag(language)));
    }

    private String row(String word, String value) {
        return "<dt>" + word(word) + "</dt><dd>" + value + "</dd>";
    }

    private String subject(String subject) {
        return subject.isBlank() ? word("no-subject") : HtmlEscape.escape(subject);
    }

    private static String addresses(List<String> to) {
        return HtmlEscape.escape(String.join(", ", to));
    }

    private String word(String key) {
        return HtmlEscape.escape(words.getString(key));
    }

    private String page(String title, String body) {
        return ("<!DOCTYPE html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + "</title><style>" + STYLE + "</style></head><body><main><h1>" + title + "</h1>" + body
                + "</main></body></html>");
    }
}
