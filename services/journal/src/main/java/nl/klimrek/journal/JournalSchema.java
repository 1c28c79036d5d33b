package nl.klimrek.journal;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.IndexSchema;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.eventing.schema.StoreSchema;
import nl.klimrek.journal.store.TreeMigration;
import nl.klimrek.journal.store.entry.EntryMigration;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class JournalSchema implements StoreSchema {

    @Override
    public String service() {
        return JournalService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(
                CollectionSchema.of("chain_entries", IndexSchema.of("on", "position")),
                CollectionSchema.publishing("dead-letters"),
                CollectionSchema.publishing("checkpoints"));
    }

    @Override
    public List<StoreMigration> migrations(MongoDatabase database) {
        return List.of(new EntryMigration(database), new TreeMigration(database));
    }
}
