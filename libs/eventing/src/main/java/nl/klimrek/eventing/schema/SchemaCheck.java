package nl.klimrek.eventing.schema;

import com.mongodb.client.MongoDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the database of a service at its start. */
public final class SchemaCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);

    private SchemaCheck() {}

    /**
     * Creates or checks the indexes of a store.
     *
     * @throws MissingIndexesException in mode {@link SchemaMode#CHECK}, if an index is missing
     */
    public static void run(MongoDatabase database, StoreSchema schema, SchemaMode mode) {
        if (mode == SchemaMode.UNCHECKED) {
            return;
        }
        SchemaPlan plan = SchemaPlan.of(database, schema);
        if (mode == SchemaMode.CREATE) {
            plan.apply(step -> LOG.debug("{} {}", schema.service(), step));
            for (StoreMigration migration : schema.allMigrations(database)) {
                while (migration.nextPage()) {
                    LOG.info("Moves documents of an earlier version: {}", migration.name());
                }
            }
            return;
        }
        if (!plan.missing().isEmpty()) {
            throw new MissingIndexesException(schema.service(), plan.missing());
        }
        for (StoreMigration migration : schema.allMigrations(database)) {
            if (migration.remaining() > 0) {
                LOG.warn(
                        "Documents of an earlier version are left ({}); run infra/admin migrate {}",
                        migration.name(),
                        schema.service());
            }
        }
    }
}
