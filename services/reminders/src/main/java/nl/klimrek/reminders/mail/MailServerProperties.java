package nl.klimrek.reminders.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one instance may ask of the mail server. With several instances the server gets as many times as much.
 *
 * @param connections connections at once: 1 to 15
 * @param messagesPerMinute messages in a minute, evenly spread: 30 to 60,000
 * @param messagesPerConnection messages after which a connection is closed: 1 to 1,000
 */
@ConfigurationProperties("klimrek.reminders.mail-server")
public record MailServerProperties(
        @DefaultValue("8") int connections,
        @DefaultValue("20000") int messagesPerMinute,
        @DefaultValue("100") int messagesPerConnection) {

    /** With the most connections and the lowest rate, every sender gets its turn well within the lease of its range. */
    static final Duration MAX_WAIT = Duration.ofSeconds(35);

    public MailServerProperties {
        require(connections >= 1 && connections <= 15, "connections must be 1 to 15");
        require(messagesPerMinute >= 30 && messagesPerMinute <= 60_000, "messages-per-minute must be 30 to 60000");
        require(
                messagesPerConnection >= 1 && messagesPerConnection <= 1_000,
                "messages-per-connection must be 1 to 1000");
    }

    /** Time between the beginnings of two messages. */
    Duration interval() {
        return Duration.ofMinutes(1).dividedBy(messagesPerMinute);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("klimrek.reminders.mail-server." + rule);
        }
    }
}
