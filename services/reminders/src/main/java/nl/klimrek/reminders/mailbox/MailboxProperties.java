package nl.klimrek.reminders.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that replies and bounces come to. It is for this service alone: what was handled is deleted there, and what is not
 * understood moves to another folder.
 *
 * @param host IMAP server; empty for no mailbox
 * @param port port of the server
 * @param protocol {@code imaps}, or {@code imap} for STARTTLS or a server on the same machine
 * @param starttls whether {@code imap} demands STARTTLS
 * @param username name at the server
 * @param password password at the server
 * @param folder folder that is read
 * @param unknownFolder folder for what is not understood; made when it is absent
 * @param authservId name under which the receiving mail server writes {@code Authentication-Results} (RFC 8601); a reply then
 *     needs its {@code dmarc=pass}. Empty where the server writes none
 * @param pollInterval time between two rounds: 1 s to 1 h
 * @param perRound messages in a round at most: 1 to 10000
 */
@ConfigurationProperties("klimrek.reminders.mailbox")
public record MailboxProperties(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("imaps") String protocol,
        @DefaultValue("true") boolean starttls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("Klimrek-unknown") String unknownFolder,
        @DefaultValue("") String authservId,
        @DefaultValue("30s") Duration pollInterval,
        @DefaultValue("1000") int perRound) {

    public MailboxProperties {
        require(port >= 1 && port <= 65_535, "port must be 1 to 65535");
        require(protocol.equals("imaps") || protocol.equals("imap"), "protocol must be imaps or imap");
        require(host.isEmpty() || !username.isEmpty(), "username must be set when host is");
        require(
                pollInterval.toSeconds() >= 1 && pollInterval.compareTo(Duration.ofHours(1)) <= 0,
                "poll-interval must be 1 s to 1 h");
        require(perRound >= 1 && perRound <= 10_000, "per-round must be 1 to 10000");
    }

    /** Whether there is a mailbox. */
    public boolean isEnabled() {
        return !host.isEmpty();
    }

    /** Leaves out the name and the password. */
    @Override
    public String toString() {
        return "MailboxProperties[" + protocol + "://" + host + ":" + port + "]";
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("klimrek.reminders.mailbox." + rule);
        }
    }
}
