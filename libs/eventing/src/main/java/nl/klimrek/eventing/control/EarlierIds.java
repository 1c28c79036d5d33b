package nl.klimrek.eventing.control;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.eventing.Organisation;
import org.bson.Document;

/**
 * Random ids that a service gave after its backup was taken, by the record that led to each. A restore notes them, so that the
 * service gives the same ids when it reads those records again.
 */
public final class EarlierIds {

    /** Afterwards the service has read everything again, and a record at the same place is another one. */
    public static final Duration VALID_FOR = Duration.ofDays(7);

    private static final String COLLECTION = "earlier_ids";
    private static final String ID = "_id";
    private static final String GIVEN = "given";
    private static final String NOTED_AT = "notedAt";
    private static final int PAGE = 1_000;

    private final MongoCollection<Document> documents;

    public EarlierIds(MongoDatabase database) {
        this.documents = database.getCollection(COLLECTION);
    }

    /** The key of a record. @param place topic, partition and offset */
    public static String key(String organisation, String place) {
        return organisation + "/" + place;
    }

    /** Notes these ids instead of any that were noted before. @param ids id by {@link #key} */
    public void replaceAll(Map<String, String> ids, Instant now) {
        documents.deleteMany(new Document());
        List<ReplaceOneModel<Document>> page = new ArrayList<>();
        ids.forEach((key, id) -> {
            page.add(new ReplaceOneModel<>(
                    Filters.eq(ID, key),
                    new Document(ID, key).append(GIVEN, id).append(NOTED_AT, Date.from(now)),
                    new ReplaceOptions().upsert(true)));
            if (page.size() == PAGE) {
                documents.bulkWrite(page);
                page.clear();
            }
        });
        if (!page.isEmpty()) {
            documents.bulkWrite(page);
        }
    }

    /** Whether none is noted. A restore notes them while no instance runs. */
    public boolean isEmpty() {
        return documents.find().limit(1).first() == null;
    }

    /** The id that this record led to before the restore; empty if none is known. */
    public Optional<String> find(Organisation organisation, String place, Instant now) {
        return Optional.ofNullable(documents
                        .find(Filters.eq(ID, key(organisation.value(), place)))
                        .first())
                .filter(noted -> noted.getDate(NOTED_AT).toInstant().isAfter(now.minus(VALID_FOR)))
                .map(noted -> noted.getString(GIVEN));
    }
}
