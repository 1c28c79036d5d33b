package nl.klimrek.reminders.timing;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a day in a series of messages takes, for a demonstration that cannot wait for weeks.
 *
 * @param day length of such a day by the name of a rule, 1 s to 1 d; a rule without one has days of the recipient's calendar
 */
@ConfigurationProperties("klimrek.reminders.series")
public record SeriesProperties(@DefaultValue Map<String, Duration> day) {

    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofDays(1);

    public SeriesProperties {
        day = Map.copyOf(day);
        day.forEach((rule, length) -> {
            if (length.compareTo(MIN) < 0 || length.compareTo(MAX) > 0) {
                throw new IllegalArgumentException("klimrek.reminders.series.day." + rule + " must be 1 s to 1 d");
            }
        });
    }
}
