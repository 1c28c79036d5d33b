package nl.klimrek.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.IndexSchema;
import nl.klimrek.eventing.schema.StoreSchema;
import nl.klimrek.servicekit.ServiceIndex;
import org.junit.jupiter.api.Test;

/** Every service declares its database, so that {@code infra/admin migrate} and {@code shard} know it. */
class StoreSchemaTest {

    @Test
    void every_service_declares_its_database_once() {
        assertThat(StoreSchema.all())
                .extracting(StoreSchema::service)
                .containsExactlyInAnyOrderElementsOf(ServiceIndex.load().keySet());
    }

    @Test
    void no_collection_is_declared_twice() {
        assertThat(StoreSchema.all())
                .allSatisfy(schema -> assertThat(schema.collections())
                        .extracting(CollectionSchema::name)
                        .as(schema.service())
                        .doesNotHaveDuplicates());
    }

    @Test
    void every_unique_key_holds_under_the_shard_key_of_its_collection() {
        assertThat(StoreSchema.all())
                .flatExtracting(StoreSchema::collections)
                .isNotEmpty()
                .allSatisfy(
                        collection -> assertThat(collection.indexes().stream().filter(IndexSchema::unique))
                                .as(collection.name())
                                .allSatisfy(index -> assertThat(index.keys().keySet())
                                        .containsAll(collection.shardKey().keySet())));
    }
}
