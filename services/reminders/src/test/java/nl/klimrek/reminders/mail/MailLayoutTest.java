package nl.klimrek.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.klimrek.reminders.mail.MailLayout.Footer;
import nl.klimrek.reminders.mail.MailLayout.Item;
import org.junit.jupiter.api.Test;

/** The HTML of a message: for a phone, complete in itself, and safe whatever a name holds. */
class MailLayoutTest {

    private static final String PORTAL = "https://portal.test";
    private static final Footer FOOTER = new Footer("You choose.", PORTAL + "/s", "Change", PORTAL + "/u", "Stop");
    private static final String BUTTON = "display:inline-block";

    @Test
    void one_step_is_one_button_below_with_whom_and_when() {
        String html = html(
                item("See whether the time suits you.", "With Bram Jansen", "Monday 11 January 2027, 10:00 to 11:00"));
        assertThat(Pattern.compile(BUTTON).matcher(html).results()).hasSize(1);
        assertThat(html)
                .contains(
                        "<h1", "With Bram Jansen", "Monday 11 January 2027", "width=device-width", "<html lang=\"en\">")
                .contains("<a href=\"" + PORTAL + "/conversations/c-1\" style=\"" + BUTTON);
        assertThat(html.indexOf("10:00 to 11:00", html.indexOf("<h1"))).isLessThan(html.indexOf(BUTTON));
    }

    @Test
    void several_steps_are_links_and_one_button_to_all_of_them() {
        String html = html(item("First.", "With Bram"), item("Second.", "With Chris"));
        assertThat(Pattern.compile(BUTTON).matcher(html).results()).hasSize(1);
        assertThat(html).contains("First.", "Second.", "With Bram", "With Chris");
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_every_link_leads_to_the_portal() {
        String html = html(item("Step.", "With Bram"));
        assertThat(html).doesNotContain("<img", "<script", "<link", "<style", "src=", "url(", "@import", "http-equiv");
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(html).results())
                .isNotEmpty()
                .allMatch(link -> link.group(1).startsWith(PORTAL));
    }

    @Test
    void a_name_stays_text() {
        String html = html(item("Step.", "With <a href=\"https://elsewhere.test\">Bram</a> & 'co'"));
        assertThat(html)
                .contains("&lt;a href=&quot;https://elsewhere.test&quot;&gt;Bram&lt;/a&gt; &amp; &#39;co&#39;")
                .doesNotContain("<a href=\"https://elsewhere.test");
    }

    private static String html(Item... items) {
        return MailLayout.html(
                Locale.ENGLISH,
                "Subject",
                "Hello Anna,",
                List.of(items),
                PORTAL + "/conversations/c-1",
                "You find it here",
                FOOTER);
    }

    private static Item item(String step, String... occasion) {
        return new Item("Subject", step, "Because.", PORTAL + "/conversations/c-1", List.of(occasion));
    }
}
