package nl.klimrek.eventing.relay;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The switch of a service's relays, in its collection {@value #COLLECTION}: one document says whether they are paused, and
 * each instance reports in a document of its own which setting it follows and how many events it has in flight.
 */
public final class RelayControl implements RelaySwitchStore {

    /** Collection of documents for operators. */
    public static final String COLLECTION = "service_control";

    private static final String SWITCH = "relay";
    private static final String REPORT_PREFIX = "relay-instance/";
    private static final String ID = "_id";
    private static final String PAUSED = "paused";
    private static final String SETTING = "setting";
    private static final String IN_FLIGHT = "inFlight";
    private static final String AT = "at";

    private final MongoCollection<Document> documents;

    public RelayControl(MongoDatabase database) {
        this.documents = database.getCollection(COLLECTION);
    }

    /**
     * The switch.
     *
     * @param paused whether relays may not send
     * @param setting number that grows with each change
     */
    public record Setting(boolean paused, long setting) {}

    /**
     * What an instance last reported.
     *
     * @param setting setting that it follows
     * @param inFlight events handed to the broker and not answered
     * @param at by the instance's clock
     */
    public record Report(String instance, long setting, int inFlight, Instant at) {}

    @Override
    public Setting setting() {
        return setting(documents.find(Filters.eq(ID, SWITCH)).first());
    }

    /** Changes the switch and returns the new setting. */
    public Setting change(boolean paused) {
        return setting(documents.findOneAndUpdate(
                Filters.eq(ID, SWITCH),
                Updates.combine(Updates.set(PAUSED, paused), Updates.inc(SETTING, 1L)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
    }

    private static Setting setting(@Nullable Document document) {
        return document == null
                ? new Setting(false, 0)
                : new Setting(document.getBoolean(PAUSED, false), number(document, SETTING));
    }

    @Override
    public void report(Report report) {
        String id = REPORT_PREFIX + report.instance();
        documents.replaceOne(
                Filters.eq(ID, id),
                new Document(ID, id)
                        .append(SETTING, report.setting())
                        .append(IN_FLIGHT, report.inFlight())
                        .append(AT, Date.from(report.at())),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void forget(String instance) {
        documents.deleteOne(Filters.eq(ID, REPORT_PREFIX + instance));
    }

    /** The last reports of all instances, also of those that were killed. */
    public List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        for (Document document : documents.find()) {
            String id = String.valueOf(document.get(ID));
            if (id.startsWith(REPORT_PREFIX)) {
                reports.add(new Report(
                        id.substring(REPORT_PREFIX.length()),
                        number(document, SETTING),
                        Math.toIntExact(number(document, IN_FLIGHT)),
                        Objects.requireNonNull(document.getDate(AT)).toInstant()));
            }
        }
        return reports;
    }

    private static long number(Document document, String field) {
        return Objects.requireNonNull(document.get(field, Number.class)).longValue();
    }
}
