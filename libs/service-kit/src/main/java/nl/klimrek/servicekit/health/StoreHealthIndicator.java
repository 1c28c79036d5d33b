package nl.klimrek.servicekit.health;

import com.mongodb.MongoException;
import org.bson.Document;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Whether the store answers a {@code ping}, which every store of this protocol knows; {@code hello} not every one does. */
final class StoreHealthIndicator implements HealthIndicator {
    private final MongoDatabaseFactory mongo;

    StoreHealthIndicator(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    @Override
    public Health health() {
        try {
            mongo.getMongoDatabase().runCommand(new Document("ping", 1));
            return Health.up().build();
        } catch (MongoException | DataAccessException away) {
            return HealthReason.down("store-away", away);
        }
    }
}
