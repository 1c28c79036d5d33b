package nl.klimrek.journal.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the journal.
 *
 * @param signingKey file of the key that signs checkpoints; made at the first start. Instances of one journal share it,
 *     and whoever may change the journal's database should not be able to read it
 * @param checkpointEvery how often a chain that has grown gets a checkpoint: 1 s to 1 h
 * @param checkpointEntries after how many entries a checkpoint does not wait for that: 10 to 1,000,000
 */
@ConfigurationProperties("klimrek.journal")
public record CheckpointProperties(
        @DefaultValue(".klimrek/journal/signing-key.pem") Path signingKey,
        @DefaultValue("30s") Duration checkpointEvery,
        @DefaultValue("1000") long checkpointEntries) {

    public CheckpointProperties {
        if (checkpointEvery.compareTo(Duration.ofSeconds(1)) < 0
                || checkpointEvery.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("klimrek.journal.checkpoint-every must be 1s to 1h");
        }
        if (checkpointEntries < 10 || checkpointEntries > 1_000_000) {
            throw new IllegalArgumentException("klimrek.journal.checkpoint-entries must be 10 to 1000000");
        }
    }
}
