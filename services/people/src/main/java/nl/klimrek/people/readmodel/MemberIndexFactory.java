package nl.klimrek.people.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import nl.klimrek.eventing.schema.StoreMigration;
import org.bson.Document;

/** Makes the indexes of this service. */
public final class MemberIndexFactory {
    static final String ROWS = "index_rows";
    private static final String FORMER = "register";

    private static final int PAGES_AT_ONCE = 20;

    private final MongoCollection<Document> rows;
    private final FormerIndexPages former;

    public MemberIndexFactory(MongoDatabase database) {
        this.rows = database.getCollection(ROWS);
        this.former = new FormerIndexPages(database.getCollection(FORMER));
    }

    /** Moves the pages of the version before to rows. */
    public StoreMigration migration() {
        return new PageMigration(
                "index pages as rows",
                former::count,
                () -> former.moveSome(
                        PAGES_AT_ONCE,
                        (organisation, kind, lines) -> of(kind).writeAll(lines.stream()
                                .map(line ->
                                        new MemberIndex.Row(organisation, line.id(), line.sequence(), line.value()))
                                .toList())));
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
