package nl.klimrek.learningbudgets.account;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.schema.StoreMigration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Moves the older entries of accounts that an earlier version stored to pages. An account with few entries stays as it is. */
public final class LedgerMigration implements StoreMigration {
    private static final int ACCOUNTS_AT_ONCE = 100;
    private static final Document LONG =
            new Document("state.ledger." + (2 * LedgerPage.SIZE - 1), new Document("$exists", true));

    private final MongoCollection<Document> documents;
    private final AccountRepository accounts;
    private @Nullable String reached;

    public LedgerMigration(MongoCollection<Document> documents, AccountRepository accounts) {
        this.documents = documents;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "ledger entries in pages";
    }

    @Override
    public long remaining() {
        return documents.countDocuments(LONG);
    }

    @Override
    public boolean nextPage() {
        Document range = new Document(LONG);
        if (reached != null) {
            range.append("_id", new Document("$gt", reached));
        }
        List<String> page = documents
                .find(range)
                .projection(new Document("_id", 1))
                .sort(new Document("_id", 1))
                .limit(ACCOUNTS_AT_ONCE)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        for (String id : page) {
            accounts.archive(Key.parse(id));
            reached = id;
        }
        return !page.isEmpty();
    }
}
