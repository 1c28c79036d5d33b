package nl.klimrek.journal.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration of checkpoints.
 *
 * @param signingKey file of the signing key, shared by all instances of one journal. People who can change the journal's database
 *     should not be able to read it
 * @param createSigningKey whether a missing signing key is created, as in the demo. Otherwise it is refused: an instance with a key of
 *     its own would sign a history that no earlier checkpoint confirms
 * @param checkpointEvery time between checkpoints of a chain that has grown: 1 s to 1 h
 * @param checkpointEntries number of new entries that causes an earlier checkpoint: 10 to 1,000,000
 * @param logOrigin begin of the name of each tree in notes; the organisation follows. A name that nobody else uses, such as a domain
 *     and a path, without spaces and plus signs
 */
@ConfigurationProperties("klimrek.journal")
public record CheckpointProperties(
        @DefaultValue(".klimrek/journal/signing-key.pem") Path signingKey,
        @DefaultValue("false") boolean createSigningKey,
        @DefaultValue("30s") Duration checkpointEvery,
        @DefaultValue("1000") long checkpointEntries,
        @DefaultValue("klimrek.example/journal") String logOrigin) {

    public CheckpointProperties {
        if (checkpointEvery.compareTo(Duration.ofSeconds(1)) < 0
                || checkpointEvery.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("klimrek.journal.checkpoint-every must be 1s to 1h");
        }
        if (!logOrigin.matches("[a-z0-9][a-z0-9./-]{0,99}")) {
            throw new IllegalArgumentException(
                    "klimrek.journal.log-origin must be 1 to 100 lower-case letters, digits, dots, slashes and hyphens");
        }
        if (checkpointEntries < 10 || checkpointEntries > 1_000_000) {
            throw new IllegalArgumentException("klimrek.journal.checkpoint-entries must be 10 to 1000000");
        }
    }
}
