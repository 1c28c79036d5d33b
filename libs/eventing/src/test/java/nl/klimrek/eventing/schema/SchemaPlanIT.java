package nl.klimrek.eventing.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.klimrek.embedded.store.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaPlanIT {

    @TempDir
    Path folder;

    private final AtomicInteger pagesLeft = new AtomicInteger(3);

    private final StoreSchema schema = new StoreSchema() {
        @Override
        public String service() {
            return "people";
        }

        @Override
        public List<CollectionSchema> collections() {
            return List.of(
                    CollectionSchema.publishing("people"),
                    CollectionSchema.of("rows", IndexSchema.of("list", "order")));
        }

        @Override
        public List<StoreMigration> migrations(MongoDatabase database) {
            return List.of(new StoreMigration() {
                @Override
                public String name() {
                    return "pages";
                }

                @Override
                public long remaining() {
                    return pagesLeft.get();
                }

                @Override
                public boolean nextPage() {
                    return pagesLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                }
            });
        }
    };

    @Test
    void a_service_starts_only_with_its_indexes_and_a_plan_builds_them() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoDatabase database = client.getDatabase("klimrek-people");
            database.getCollection("rows").insertOne(new Document("_id", "acme/1"));

            assertThatThrownBy(() -> SchemaCheck.run(database, schema, SchemaMode.CHECK))
                    .isInstanceOf(MissingIndexesException.class)
                    .hasMessageContaining("run infra/admin migrate people first")
                    .hasMessageContaining("rows {\"list\": 1, \"order\": 1}");

            List<String> steps = new ArrayList<>();
            SchemaPlan.of(database, schema).apply(steps::add);
            assertThat(steps).hasSize(2);
            assertThat(SchemaPlan.of(database, schema).isEmpty()).isTrue();
            SchemaCheck.run(database, schema, SchemaMode.CHECK);
            assertThat(pagesLeft).as("a check moves nothing").hasValue(3);
        }
    }

    @Test
    void the_embedded_store_gets_its_indexes_and_migrations_at_start() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start(folder);
                MongoClient client = MongoClients.create(mongo.connectionString())) {
            MongoDatabase database = client.getDatabase("klimrek-people");
            database.getCollection("rows").createIndex(new Document("order", 1));
            SchemaCheck.run(database, schema, SchemaMode.CREATE);
            assertThat(SchemaPlan.of(database, schema).isEmpty()).isTrue();
            assertThat(database.getCollection("rows").listIndexes().into(new ArrayList<>()))
                    .as("an operator's own index stays")
                    .hasSize(3);
            assertThat(pagesLeft).as("migrated").hasValue(0);
        }
    }
}
