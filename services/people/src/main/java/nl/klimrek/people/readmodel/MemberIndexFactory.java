package nl.klimrek.people.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** Makes the indexes of this service. */
public final class MemberIndexFactory {
    private static final String ROWS = "index_rows";
    private static final String FORMER = "register";

    private final MongoCollection<Document> rows;
    private final FormerIndexPages former;

    public MemberIndexFactory(MongoDatabase database) {
        this.rows = database.getCollection(ROWS);
        this.former = new FormerIndexPages(database.getCollection(FORMER));
        rows.createIndex(MemberIndex.BY_VALUE);
    }

    /**
     * The index of one kind.
     *
     * @param kind what the ids identify
     */
    public MemberIndex of(String kind) {
        return new MemberIndex(rows, former, kind);
    }
}
