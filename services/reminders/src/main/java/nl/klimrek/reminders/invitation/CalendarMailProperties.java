package nl.klimrek.reminders.invitation;

import nl.klimrek.servicekit.text.MailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calendar mail.
 *
 * @param organizer mailbox that invites, and that replies come to; it takes addresses with a plus part, such as {@code
 *     klimrek+x@example.org}. Empty for no calendar mail
 */
@ConfigurationProperties("klimrek.reminders.calendar")
public record CalendarMailProperties(@DefaultValue("") String organizer) {

    public CalendarMailProperties {
        if (!organizer.isEmpty() && !MailAddress.isPlain(organizer)) {
            throw new IllegalArgumentException(
                    "klimrek.reminders.calendar.organizer must be a plain address, or empty");
        }
    }

    /** Whether conversations are mailed to calendars. */
    public boolean isEnabled() {
        return !organizer.isEmpty();
    }
}
