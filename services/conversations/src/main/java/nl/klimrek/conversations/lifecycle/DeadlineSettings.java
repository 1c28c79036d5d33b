package nl.klimrek.conversations.lifecycle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How soon a passed window is noticed.
 *
 * @param sweepEvery how often windows that passed are looked for, 1 minute to 1 day; default 15 minutes
 */
@ConfigurationProperties("klimrek.conversations.deadline")
public record DeadlineSettings(@DefaultValue("15m") Duration sweepEvery) {

    public DeadlineSettings {
        if (sweepEvery.compareTo(Duration.ofMinutes(1)) < 0 || sweepEvery.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("klimrek.conversations.deadline.sweep-every must be 1m to 1d");
        }
    }
}
