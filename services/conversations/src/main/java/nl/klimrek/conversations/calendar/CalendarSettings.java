package nl.klimrek.conversations.calendar;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calendar feeds.
 *
 * @param portalUrl where feeds and conversations are found from outside; a slash at its end is left out
 * @param past how long a moment that passed stays in a feed, 1 to 366 days; default 90 days
 */
@ConfigurationProperties("klimrek.conversations.calendar")
public record CalendarSettings(
        @DefaultValue("http://localhost:8080") URI portalUrl,
        @DefaultValue("90d") Duration past) {

    public CalendarSettings {
        portalUrl = URI.create(portalUrl.toString().replaceAll("/+$", ""));
        if (past.compareTo(Duration.ofDays(1)) < 0 || past.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("klimrek.conversations.calendar.past must be 1d to 366d");
        }
    }
}
