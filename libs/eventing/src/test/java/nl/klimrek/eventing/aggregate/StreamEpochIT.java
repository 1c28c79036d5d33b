package nl.klimrek.eventing.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import nl.klimrek.eventing.EmbeddedEngines;
import org.junit.jupiter.api.Test;

class StreamEpochIT {

    private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");

    private final MongoDatabase database = EmbeddedEngines.freshDatabase();

    @Test
    void a_database_is_in_epoch_0_until_a_restore_raises_it() {
        assertThat(StreamEpoch.of(database)).isZero();
        assertThat(StreamEpoch.raise(database, 0, NOW, "restored")).isEqualTo(1);
        assertThat(StreamEpoch.of(database)).isEqualTo(1);
    }

    @Test
    void a_backup_older_than_the_last_raise_gets_an_epoch_that_no_topic_has() {
        assertThat(StreamEpoch.raise(database, 4, NOW, "restored")).isEqualTo(5);
        assertThat(StreamEpoch.raise(database, 2, NOW, "restored")).isEqualTo(6);
    }
}
