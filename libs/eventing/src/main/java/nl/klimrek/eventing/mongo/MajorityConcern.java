package nl.klimrek.eventing.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * Sets majority writes, majority reads and the primary as read preference, after whatever the connection string says. A
 * write with a lower concern can be rolled back by an election, although its caller was answered and its events are out.
 * Bounds every wait as well: without these limits a lost majority or a half-open connection holds threads for ever.
 */
public final class MajorityConcern implements MongoClientSettingsBuilderCustomizer, Ordered {

    private static final long WRITE_TIMEOUT_SECONDS = 10;
    private static final int READ_TIMEOUT_SECONDS = 30;
    private static final long POOL_WAIT_SECONDS = 5;

    @Override
    public void customize(MongoClientSettings.Builder settings) {
        settings.writeConcern(WriteConcern.MAJORITY.withWTimeout(WRITE_TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .retryWrites(true)
                .retryReads(true)
                .applyToSocketSettings(socket -> socket.readTimeout(READ_TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(POOL_WAIT_SECONDS, TimeUnit.SECONDS));
    }

    /** Runs after the customizer that applies the connection string. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
