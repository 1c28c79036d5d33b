package nl.klimrek.portal.session;

import com.mongodb.MongoException;
import java.time.Clock;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes expired sessions, also where the store has no expiring index. */
@Component
class ExpiredSessionCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredSessionCleanup.class);
    private final MongoOperations store;
    private final Clock clock;

    ExpiredSessionCleanup(MongoOperations store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15M", initialDelayString = "PT2M")
    void remove() {
        try {
            store.remove(
                    Query.query(Criteria.where("expireAt").lt(Date.from(clock.instant()))),
                    SessionConfiguration.COLLECTION);
        } catch (MongoException unavailable) {
            LOG.warn(
                    "Old sessions could not be removed and wait for the next time: {}",
                    unavailable.getClass().getName());
        }
    }
}
