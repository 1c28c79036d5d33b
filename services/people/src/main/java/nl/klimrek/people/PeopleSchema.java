package nl.klimrek.people;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import nl.klimrek.eventing.schema.CollectionSchema;
import nl.klimrek.eventing.schema.IndexSchema;
import nl.klimrek.eventing.schema.StoreMigration;
import nl.klimrek.eventing.schema.StoreSchema;
import nl.klimrek.people.readmodel.MemberIndexFactory;
import nl.klimrek.people.readmodel.PersonListRepository;
import nl.klimrek.people.roster.DueTimeMigration;

/** The indexes of this service's database; {@code infra/admin migrate} builds them. */
public final class PeopleSchema implements StoreSchema {

    @Override
    public String service() {
        return PeopleService.NAME;
    }

    @Override
    public List<CollectionSchema> collections() {
        return List.of(
                CollectionSchema.publishing("people").due(),
                CollectionSchema.publishing("directory"),
                CollectionSchema.publishing("teams"),
                CollectionSchema.publishing("quarantine"),
                CollectionSchema.publishing("disclosures"),
                CollectionSchema.of("import_jobs").due(),
                CollectionSchema.of("import_queues").due(),
                CollectionSchema.of("person_list_rows", IndexSchema.of("list", "order")),
                CollectionSchema.of("index_rows", IndexSchema.of("scope", "value", "order")));
    }

    @Override
    public List<StoreMigration> migrations(MongoDatabase database) {
        return List.of(
                new PersonListRepository(database).migration(),
                new MemberIndexFactory(database).migration(),
                new DueTimeMigration(database));
    }
}
