package nl.klimrek.conversations.externalmail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Messages to external coaches.
 *
 * @param sender address that messages come from
 * @param pollInterval how often to look for messages that are due, 100 ms to 1 h; default 5 s
 */
@ConfigurationProperties("klimrek.conversations.external-coaches")
record ExternalMailSettings(
        @DefaultValue("klimrek@localhost") String sender,
        @DefaultValue("5s") Duration pollInterval) {

    ExternalMailSettings {
        if (pollInterval.compareTo(Duration.ofMillis(100)) < 0 || pollInterval.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "klimrek.conversations.external-coaches.poll-interval must be 100ms to 1h");
        }
    }
}
