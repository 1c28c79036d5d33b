package nl.klimrek.servicekit.jobs;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Ranges in the collection {@code job_ranges}. Every operation names one {@code _id}, so the collection can be sharded by it. */
public final class MongoJobRangeStore implements JobRangeStore {

    private final MongoCollection<Document> ranges;

    public MongoJobRangeStore(MongoDatabase database) {
        this.ranges = database.getCollection("job_ranges");
    }

    @Override
    public @Nullable JobRange find(String id) {
        Document found = ranges.find(new Document("_id", id)).first();
        return found == null
                ? null
                : new JobRange(
                        id,
                        found.getLong("fence"),
                        found.getString("owner"),
                        instant(found.getDate("until")),
                        found.getString("position"),
                        instant(found.getDate("due")),
                        found.getString("progress"));
    }

    @Override
    public boolean replace(JobRange range, long fence) {
        Document fields = new Document("fence", range.fence())
                .append("owner", range.owner())
                .append("until", date(range.until()))
                .append("position", range.position())
                .append("due", date(range.due()))
                .append("progress", range.progress());
        return fence == 0 ? insert(fields.append("_id", range.id())) : update(range.id(), fence, fields);
    }

    private boolean update(String id, long fence, Document fields) {
        return ranges.updateOne(new Document("_id", id).append("fence", fence), new Document("$set", fields))
                        .getMatchedCount()
                == 1;
    }

    private boolean insert(Document document) {
        try {
            ranges.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static @Nullable Date date(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
