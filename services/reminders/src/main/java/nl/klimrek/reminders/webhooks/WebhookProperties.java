package nl.klimrek.reminders.webhooks;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of webhooks.
 *
 * @param internalHosts hosts that may have a private address and be reached without TLS; none in general
 * @param stopAfter time of failures alone after which a webhook is stopped: 1 hour to 30 days
 * @param timeOut time for one message in all, connection and answer included: 1 to 15 s
 * @param pollInterval time between two checks for due messages: 1 s to 5 min
 */
@ConfigurationProperties("klimrek.reminders.webhooks")
public record WebhookProperties(
        @DefaultValue Set<String> internalHosts,
        @DefaultValue("5d") Duration stopAfter,
        @DefaultValue("15s") Duration timeOut,
        @DefaultValue("5s") Duration pollInterval) {

    public WebhookProperties {
        internalHosts = Set.copyOf(internalHosts);
        require(stopAfter, Duration.ofHours(1), Duration.ofDays(30), "stop-after must be 1 hour to 30 days");
        require(timeOut, Duration.ofSeconds(1), Duration.ofSeconds(15), "time-out must be 1 to 15 s");
        require(pollInterval, Duration.ofSeconds(1), Duration.ofMinutes(5), "poll-interval must be 1 s to 5 min");
    }

    private static void require(Duration value, Duration min, Duration max, String rule) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException("klimrek.reminders.webhooks." + rule);
        }
    }
}
