package nl.klimrek.eventing.control;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.eventing.relay.RelayControl;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A job that an operator asks a service to do. Its document in the service's database says what is asked and how far it is. One
 * instance at a time works on it, under a lease; another one goes on where it ended when the lease is over.
 */
public final class OperatorJob {

    private static final String ID = "_id";
    private static final String REQUEST = "request";
    private static final String REACHED = "reached";
    private static final String DONE = "done";
    private static final String OWNER = "owner";
    private static final String LEASED_UNTIL = "leasedUntil";
    private static final String FINISHED = "finishedAt";
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> documents;
    private final String name;

    /** @param name for example {@code republish} */
    public OperatorJob(MongoDatabase database, String name) {
        this.documents = database.getCollection(RelayControl.COLLECTION);
        this.name = name;
    }

    /**
     * How far the job is.
     *
     * @param request number of the request; each new one is higher
     * @param reached key of the last item that was done; empty at the beginning
     * @param done number of items done
     * @param finishedAt null while it is not finished
     */
    public record Progress(
            long request,
            String reached,
            long done,
            @Nullable Instant finishedAt) {}

    /** Asks for the job. If an earlier request is not finished, that one goes on. */
    public Progress request(Instant now) {
        documents.updateOne(
                Filters.eq(ID, name),
                Updates.combine(Updates.setOnInsert(REQUEST, 0L), Updates.setOnInsert(FINISHED, Date.from(now))),
                new UpdateOptions().upsert(true));
        documents.updateOne(
                Filters.and(Filters.eq(ID, name), Filters.ne(FINISHED, null)),
                Updates.combine(
                        Updates.inc(REQUEST, 1L),
                        Updates.set(REACHED, ""),
                        Updates.set(DONE, 0L),
                        Updates.set(FINISHED, null),
                        Updates.set(OWNER, null),
                        Updates.set(LEASED_UNTIL, Date.from(now)),
                        Updates.set("requestedAt", Date.from(now))));
        return progress().orElseThrow();
    }

    /** How far the newest request is; empty if the job was never asked for. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(documents.find(Filters.eq(ID, name)).first()).map(OperatorJob::progress);
    }

    /** Takes the lease of an unfinished request; empty if there is none or another instance has it. */
    public Optional<Progress> claim(String instance, Instant now, Duration lease) {
        Bson free = Filters.or(Filters.eq(OWNER, instance), Filters.lte(LEASED_UNTIL, Date.from(now)));
        return Optional.ofNullable(documents.findOneAndUpdate(
                        Filters.and(Filters.eq(ID, name), Filters.eq(FINISHED, null), free),
                        Updates.combine(
                                Updates.set(OWNER, instance), Updates.set(LEASED_UNTIL, Date.from(now.plus(lease)))),
                        AFTER))
                .map(OperatorJob::progress);
    }

    /** Notes that the claimed request got further; returns false if the lease is another instance's. */
    public boolean advance(String instance, Progress further, Instant now, Duration lease) {
        return documents
                        .updateOne(
                                owned(instance, further),
                                Updates.combine(
                                        Updates.set(REACHED, further.reached()),
                                        Updates.set(DONE, further.done()),
                                        Updates.set(LEASED_UNTIL, Date.from(now.plus(lease)))))
                        .getMatchedCount()
                == 1;
    }

    /** Finishes the claimed request. */
    public void finish(String instance, Progress claimed, Instant now) {
        documents.updateOne(owned(instance, claimed), Updates.set(FINISHED, Date.from(now)));
    }

    private Bson owned(String instance, Progress claimed) {
        return Filters.and(Filters.eq(ID, name), Filters.eq(OWNER, instance), Filters.eq(REQUEST, claimed.request()));
    }

    private static Progress progress(Document found) {
        Date finished = found.getDate(FINISHED);
        return new Progress(
                number(found, REQUEST),
                Objects.requireNonNullElse(found.getString(REACHED), ""),
                number(found, DONE),
                finished == null ? null : finished.toInstant());
    }

    private static long number(Document found, String field) {
        Number value = found.get(field, Number.class);
        return value == null ? 0 : value.longValue();
    }
}
