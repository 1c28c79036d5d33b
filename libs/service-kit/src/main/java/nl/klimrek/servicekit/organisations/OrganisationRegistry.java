package nl.klimrek.servicekit.organisations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The organisations that an operator opened, and the HR systems that speak for them. A source speaks for one organisation only,
 * because its name is the key. Each change can be repeated, and goes on where a stop left it.
 */
public final class OrganisationRegistry {

    private static final String ID = "_id";
    private static final String OPEN = "open";
    private static final String ORGANISATION = "organisation";
    private static final String SECRET = "secret";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> organisations;
    private final MongoCollection<Document> sources;

    /** @param people database of the people service */
    public OrganisationRegistry(MongoDatabase people) {
        this.organisations = people.getCollection("organisations");
        this.sources = people.getCollection("hr_sources");
    }

    /** Opens an organisation, also one that was closed, with its sources. */
    public void open(String organisation, Instant now) {
        set(organisation, true, now);
    }

    /** Closes an organisation: its sources do not speak for it any more. Its data stays. */
    public void close(String organisation, Instant now) {
        set(organisation, false, now);
    }

    private void set(String organisation, boolean open, Instant now) {
        organisations.updateOne(
                Filters.eq(ID, organisation),
                Updates.combine(Updates.set(OPEN, open), Updates.set("since", Date.from(now))),
                UPSERT);
        sources.updateMany(Filters.eq(ORGANISATION, organisation), Updates.set(OPEN, open));
    }

    /**
     * Lets a source speak for an organisation. A source that does already keeps its secret.
     *
     * @param secret for a new source; null if its records are not signed
     * @return the source as it is now; of another organisation if that had it before
     */
    public HrSource bind(String source, String organisation, @Nullable String secret) {
        Document bound = sources.findOneAndUpdate(
                Filters.eq(ID, source),
                Updates.combine(
                        Updates.setOnInsert(ORGANISATION, organisation),
                        Updates.setOnInsert(SECRET, secret),
                        Updates.setOnInsert(OPEN, true)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return source(bound);
    }

    /** Whether each known organisation is open, by name. */
    public Map<String, Boolean> organisations() {
        Map<String, Boolean> found = new TreeMap<>();
        organisations.find().forEach(each -> found.put(each.getString(ID), each.getBoolean(OPEN, false)));
        return found;
    }

    /** Every source, by name. */
    public Map<String, HrSource> sources() {
        Map<String, HrSource> found = new TreeMap<>();
        sources.find().forEach(each -> found.put(each.getString(ID), source(each)));
        return found;
    }

    private static HrSource source(Document found) {
        return new HrSource(
                found.getString(ID),
                found.getString(ORGANISATION),
                found.getBoolean(OPEN, false),
                found.getString(SECRET));
    }
}
