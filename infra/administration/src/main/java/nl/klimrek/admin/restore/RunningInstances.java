package nl.klimrek.admin.restore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import nl.klimrek.admin.platform.AdminException;
import nl.klimrek.eventing.relay.RelayControl;
import nl.klimrek.eventing.relay.RelayControl.Report;
import nl.klimrek.eventing.relay.RelaySwitch;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;

/**
 * Refuses while an instance of a service runs. An instance reads the epoch at start and keeps documents in memory, so one that
 * still runs would go on with the numbers of before the restore.
 */
final class RunningInstances {

    /** An instance that has not reported for this long has ended. */
    private static final Duration ALIVE = RelaySwitch.REPORT_INTERVAL.multipliedBy(3);

    private final String service;
    private final MongoDatabase database;
    private final Clock clock;

    RunningInstances(String service, MongoDatabase database, Clock clock) {
        this.service = service;
        this.database = database;
        this.clock = clock;
    }

    /** @throws AdminException if one seems to run */
    void refuse(Admin broker, ServiceGroups groups) throws ExecutionException, InterruptedException {
        List<String> signs = new ArrayList<>();
        groups.withMembers(broker).forEach(group -> signs.add("consumer group " + group));
        Instant now = clock.instant();
        for (Report report : new RelayControl(database).reports()) {
            if (report.at().isAfter(now.minus(ALIVE))) {
                signs.add("instance " + report.instance() + " reported at " + report.at());
            }
        }
        for (String collection : database.listCollectionNames()) {
            leased(database.getCollection(collection), now)
                    .forEach(id -> signs.add(collection + " " + id + " is leased"));
        }
        if (!signs.isEmpty()) {
            throw new AdminException("Stop every instance of " + service + " first, and wait " + ALIVE.toSeconds()
                    + " s: " + String.join("; ", signs.subList(0, Math.min(5, signs.size()))) + ".");
        }
    }

    /** One document with a live relay lease, of a collection whose documents have an outbox. */
    private static List<String> leased(MongoCollection<Document> collection, Instant now) {
        boolean hasOutboxes = false;
        for (Document index : collection.listIndexes()) {
            hasOutboxes |= index.get("key", new Document()).containsKey("outbox.time");
        }
        List<String> ids = new ArrayList<>();
        if (hasOutboxes) {
            collection
                    .find(Filters.and(
                            Filters.gt("outbox.time", new Date(0)), Filters.gt("relay.until", Date.from(now))))
                    .limit(1)
                    .forEach(document -> ids.add(String.valueOf(document.get("_id"))));
        }
        return ids;
    }
}
