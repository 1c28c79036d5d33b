package nl.klimrek.admin.store;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nl.klimrek.eventing.schema.SchemaPlan;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.eventing.schema.StoreSchema;

/**
 * Brings the database of one service to what this version declares, beside instances that run: builds its indexes, then moves
 * documents of earlier versions in pages. It may be stopped at any moment; the next run goes on with what is left.
 */
final class ServiceMigration {

    private static final long PROGRESS_NANOS = Duration.ofSeconds(5).toNanos();

    private final StoreSchema schema;
    private final MongoDatabase database;
    private final Consumer<String> progress;

    ServiceMigration(StoreSchema schema, MongoDatabase database, Consumer<String> progress) {
        this.schema = schema;
        this.database = database;
        this.progress = line -> progress.accept(schema.service() + ": " + line);
    }

    /** What is to be done, one line each. */
    List<String> plan() {
        SchemaPlan indexes = SchemaPlan.of(database, schema);
        List<String> lines = new ArrayList<>();
        indexes.missing().forEach(index -> lines.add(schema.service() + ": build the index " + index));
        indexes.replaced().forEach(index -> lines.add(schema.service() + ": drop the index " + index));
        for (StoreMigration migration : schema.allMigrations(database)) {
            long left = migration.remaining();
            if (left > 0) {
                lines.add(schema.service() + ": move " + left + " documents (" + migration.name() + ")");
            }
        }
        return lines;
    }

    void run() {
        SchemaPlan.of(database, schema).apply(progress);
        for (StoreMigration migration : schema.allMigrations(database)) {
            run(migration);
        }
    }

    private void run(StoreMigration migration) {
        long left = migration.remaining();
        if (left == 0) {
            return;
        }
        progress.accept(migration.name() + ": " + left + " documents left");
        long said = System.nanoTime();
        while (migration.nextPage()) {
            if (System.nanoTime() - said > PROGRESS_NANOS) {
                progress.accept(migration.name() + ": " + migration.remaining() + " documents left");
                said = System.nanoTime();
            }
        }
        progress.accept(migration.name() + ": done");
    }
}
