package nl.klimrek.reminders.mail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * Lays out a message as HTML that a phone shows well: one column, large text, one button, all styles inline, and nothing that is
 * loaded from elsewhere. All texts are escaped.
 */
public final class MailLayout {

    private static final String BODY = "margin:0;padding:0;background:#f4f7f5;color:#1d2b2a;"
            + "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5";
    private static final String COLUMN =
            "max-width:560px;margin:0 auto;padding:24px 20px;background:#ffffff;box-sizing:border-box";
    private static final String BUTTON = "display:inline-block;padding:14px 24px;background:#0b6259;color:#ffffff;"
            + "font-size:17px;font-weight:bold;line-height:1.3;text-decoration:none;border-radius:8px";
    private static final String SMALL = "margin:16px 0 0;font-size:15px;color:#43504e";
    private static final String LINE = "margin:24px 0 0;padding:16px 0 0;border-top:1px solid #c4d0cd";

    private MailLayout() {}

    /**
     * The plain text of a message.
     *
     * @param where text before each link
     */
    public static String plain(String greeting, List<Item> items, String where, Footer footer) {
        return greeting + "\n\n"
                + items.stream().map(item -> item.plain(where)).collect(Collectors.joining("\n\n"))
                + "\n\n" + footer.choice() + "\n\n" + footer.change() + "\n" + footer.settings() + "\n\n"
                + footer.stop() + "\n" + footer.unsubscribe() + "\n";
    }

    /**
     * The HTML of a message.
     *
     * @param button address of the one button
     * @param where text on the button
     */
    public static String html(
            Locale locale,
            String title,
            String greeting,
            List<Item> items,
            String button,
            String where,
            Footer footer) {
        boolean single = items.size() == 1;
        return "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escape(title)
                + "</title></head><body style=\"" + BODY + "\">" + preview(items) + "<div style=\"" + COLUMN + "\">"
                + "<p style=\"margin:0 0 16px\">" + escape(greeting) + "</p>"
                + items.stream().map(item -> item(item, single)).collect(Collectors.joining())
                + "<p style=\"margin:24px 0 0\"><a href=\"" + escape(button) + "\" style=\"" + BUTTON + "\">"
                + escape(where) + "</a></p>"
                + (single ? "<p style=\"" + SMALL + "\">" + escape(items.get(0).why()) + "</p>" : "")
                + "<div style=\"" + LINE + "\"><p style=\"margin:0;font-size:15px;color:#43504e\">"
                + escape(footer.choice()) + "</p><p style=\"" + SMALL + "\">" + link(footer.settings(), footer.change())
                + " · " + link(footer.unsubscribe(), footer.stop()) + "</p></div></div></body></html>";
    }

    /** What a list of messages shows below the subject: with whom and when. */
    private static String preview(List<Item> items) {
        String text = items.size() == 1
                ? String.join(" · ", items.get(0).occasion())
                : items.stream().map(Item::subject).distinct().collect(Collectors.joining(" · "));
        return text.isEmpty()
                ? ""
                : "<div style=\"display:none;max-height:0;overflow:hidden\">" + escape(text) + "</div>";
    }

    private static String item(Item item, boolean single) {
        String step = single
                ? "<h1 style=\"margin:0;font-size:21px;line-height:1.3\">" + escape(item.step()) + "</h1>"
                : "<h2 style=\"margin:24px 0 0;font-size:18px;line-height:1.3\">" + link(item.link(), item.step())
                        + "</h2>";
        return step
                + item.occasion().stream()
                        .map(line -> "<p style=\"margin:8px 0 0;font-weight:bold\">" + escape(line) + "</p>")
                        .collect(Collectors.joining())
                + (single
                        ? ""
                        : "<p style=\"margin:8px 0 0;font-size:15px;color:#43504e\">" + escape(item.why()) + "</p>");
    }

    private static String link(String address, String text) {
        return "<a href=\"" + escape(address) + "\" style=\"color:#0b6259\">" + escape(text) + "</a>";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /**
     * One step in words.
     *
     * @param occasion lines that say with whom and when
     */
    public record Item(String subject, String step, String why, String link, List<String> occasion) {

        String plain(String where) {
            String what = Stream.concat(Stream.of(step), occasion.stream()).collect(Collectors.joining("\n"));
            return String.join("\n\n", what, where + "\n" + link, why);
        }
    }

    /** The end of each message: what the reader can choose, with the links for it. */
    public record Footer(String choice, String settings, String change, String unsubscribe, String stop) {}
}
