package nl.klimrek.reminders.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.servicekit.jobs.ClockJob;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets of webhooks under the current key: those that were stored before secrets were encrypted, and those of a former key. It
 * looks after the start and once a day, because an instance with former settings may still have written one.
 */
@Component
public final class SecretSealingJob implements ClockJob {

    private static final String ID = "_id";
    private static final Duration INTERVAL = Duration.ofDays(1);

    /** A round of this instance is due after its start, whatever another instance did under its own settings. */
    private static final Duration AT_START = Duration.ofMinutes(1);

    private final MongoDatabaseFactory mongo;
    private final WebhookDirectory webhooks;
    private final WebhookSecrets secrets;
    private final Clock clock;
    private volatile @Nullable Instant next;

    SecretSealingJob(MongoDatabaseFactory mongo, WebhookDirectory webhooks, WebhookSecrets secrets, Clock clock) {
        this.mongo = mongo;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "seal-webhook-secrets";
    }

    @Override
    public Duration interval() {
        return AT_START;
    }

    @Override
    public List<String> ranges() {
        return List.of("all");
    }

    @Override
    public boolean hasWork() {
        Instant due = next;
        return secrets.canMake() && (due == null || !clock.instant().isBefore(due));
    }

    @Override
    public List<String> page(String range, @Nullable String after, int limit) {
        List<String> page = mongo.getMongoDatabase()
                .getCollection("webhooks")
                .find(after == null ? new Document() : new Document(ID, new Document("$gt", after)))
                .sort(new Document(ID, 1))
                .projection(new Document(ID, 1))
                .limit(limit)
                .map(row -> row.getString(ID))
                .into(new ArrayList<>());
        if (page.isEmpty()) {
            next = clock.instant().plus(INTERVAL);
        }
        return page;
    }

    @Override
    public void process(String key) {
        Key organisation = Key.parse(key);
        webhooks.change(
                organisation.organisation(),
                MessageContext.system("seal-webhook-secrets"),
                before -> before.reseal(
                        (webhook, secret) -> secrets.renewed(organisation.organisation(), webhook, secret)));
    }
}
