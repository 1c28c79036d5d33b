package nl.klimrek.people;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.people.directory.Entry;
import nl.klimrek.people.directory.Team;
import nl.klimrek.people.duplicates.MarkHolders;
import nl.klimrek.people.duplicates.Question;
import nl.klimrek.people.inbound.Snapshot;
import nl.klimrek.people.lists.PersonList;
import nl.klimrek.people.lists.PersonLists;
import nl.klimrek.people.person.EmployeeNumber;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.quarantine.QuarantineIndex;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.register.RegisterPage;
import nl.klimrek.people.register.Registers;
import nl.klimrek.people.roster.DayCursor;
import nl.klimrek.people.signin.PersonSignIns;
import nl.klimrek.people.signin.SignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Which documents this service keeps, and by whom the facts of each are kept in order. */
@Configuration(proxyBeanMethods = false)
class PeopleStores {

    @Bean
    AggregateStore<Person> people(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("people", Person.class, Person::person));
    }

    @Bean
    AggregateStore<Entry> entries(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("directory", Entry.class, Entry::person));
    }

    @Bean
    AggregateStore<Team> teams(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("teams", Team.class, Team::team));
    }

    @Bean
    AggregateStore<QuarantinedRecord> quarantined(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("quarantine", QuarantinedRecord.class, QuarantinedRecord::id));
    }

    @Bean
    AggregateStore<QuarantineIndex> quarantineIndexes(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("quarantine_index", QuarantineIndex.class));
    }

    @Bean
    AggregateStore<MarkHolders> markHolders(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("person_marks", MarkHolders.class));
    }

    @Bean
    AggregateStore<Question> questionStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("questions", Question.class));
    }

    @Bean
    AggregateStore<EmployeeNumber> numbers(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("employee_numbers", EmployeeNumber.class));
    }

    @Bean
    AggregateStore<DayCursor> dayCursors(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("day_cursors", DayCursor.class));
    }

    @Bean
    AggregateStore<Snapshot> snapshotNotes(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("snapshots", Snapshot.class));
    }

    @Bean
    AggregateStore<SignIn> signInStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("sign_ins", SignIn.class));
    }

    @Bean
    AggregateStore<PersonSignIns> personSignIns(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("person_sign_ins", PersonSignIns.class));
    }

    @Bean
    PersonLists personLists(AggregateStoreFactory stores, MongoDatabaseFactory mongo) {
        return new PersonLists(
                stores.create(AggregateType.readDocument("person_lists", PersonList.class)),
                mongo.getMongoDatabase().getCollection("person_lists"));
    }

    @Bean
    Registers registers(AggregateStoreFactory stores, MongoDatabaseFactory mongo) {
        return new Registers(
                stores.create(AggregateType.readDocument("register", RegisterPage.class)),
                mongo.getMongoDatabase().getCollection("register"));
    }
}
