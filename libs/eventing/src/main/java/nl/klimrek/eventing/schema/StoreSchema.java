package nl.klimrek.eventing.schema;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;

/**
 * Declares what the database of one service must have. A service names its class in {@code META-INF/services}, so that {@code
 * infra/admin migrate} finds it without starting the service. A collection that needs no index is not listed.
 */
public interface StoreSchema {

    /** Short name of the service. */
    String service();

    List<CollectionSchema> collections();

    /** Migrations of documents of earlier versions, in the order in which they run. */
    default List<StoreMigration> migrations(MongoDatabase database) {
        return List.of();
    }

    /** {@link #migrations}, after those that every collection with due times has. */
    default List<StoreMigration> allMigrations(MongoDatabase database) {
        List<StoreMigration> all = new ArrayList<>();
        collections().stream()
                .filter(collection -> collection.indexes().containsAll(CollectionSchema.DUE))
                .forEach(collection -> all.add(new DueParts(database, collection.name())));
        all.addAll(migrations(database));
        return all;
    }

    /** The declaration of a collection; empty if it is not listed. */
    default Optional<CollectionSchema> collection(String name) {
        return collections().stream()
                .filter(collection -> collection.name().equals(name))
                .findFirst();
    }

    /** Every declaration on the class path. */
    static List<StoreSchema> all() {
        ServiceLoader<StoreSchema> found = ServiceLoader.load(StoreSchema.class, StoreSchema.class.getClassLoader());
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    /** The declaration of a service; empty if it has none. */
    static Optional<StoreSchema> of(String service) {
        return all().stream().filter(schema -> schema.service().equals(service)).findFirst();
    }
}
