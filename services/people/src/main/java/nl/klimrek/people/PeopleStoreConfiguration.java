package nl.klimrek.people;

import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.control.EarlierIds;
import nl.klimrek.people.directory.PersonListing;
import nl.klimrek.people.directory.TeamListing;
import nl.klimrek.people.duplicates.DuplicateQuestion;
import nl.klimrek.people.duplicates.MatchKeyHolders;
import nl.klimrek.people.inbound.RosterSnapshot;
import nl.klimrek.people.person.EmployeeNumberLink;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.quarantine.QuarantineIndex;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.readmodel.MemberIndexFactory;
import nl.klimrek.people.readmodel.PersonListRepository;
import nl.klimrek.people.signin.SignIn;
import nl.klimrek.people.signin.SignInClaims;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The document stores of this service, with the partition key of each one's events. */
@Configuration(proxyBeanMethods = false)
class PeopleStoreConfiguration {

    @Bean
    AggregateStore<Person> people(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("people", Person.class, Person::person, Person::due));
    }

    @Bean
    AggregateStore<PersonListing> entries(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("directory", PersonListing.class, PersonListing::person));
    }

    @Bean
    AggregateStore<TeamListing> teams(AggregateStoreFactory stores) {
        return stores.create(new AggregateType<>("teams", TeamListing.class, TeamListing::team));
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
    AggregateStore<MatchKeyHolders> markHolders(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("person_marks", MatchKeyHolders.class));
    }

    @Bean
    AggregateStore<DuplicateQuestion> questionStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("questions", DuplicateQuestion.class));
    }

    @Bean
    AggregateStore<EmployeeNumberLink> numbers(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("employee_numbers", EmployeeNumberLink.class));
    }

    @Bean
    AggregateStore<RosterSnapshot> snapshotNotes(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("snapshots", RosterSnapshot.class));
    }

    @Bean
    AggregateStore<SignIn> signInStore(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("sign_ins", SignIn.class));
    }

    @Bean
    AggregateStore<SignInClaims> personSignIns(AggregateStoreFactory stores) {
        return stores.create(AggregateType.readDocument("person_sign_ins", SignInClaims.class));
    }

    @Bean
    PersonListRepository personLists(MongoDatabaseFactory mongo) {
        return new PersonListRepository(mongo.getMongoDatabase());
    }

    @Bean
    MemberIndexFactory memberIndexes(MongoDatabaseFactory mongo) {
        return new MemberIndexFactory(mongo.getMongoDatabase());
    }

    @Bean
    EarlierIds earlierIds(MongoDatabaseFactory mongo) {
        return new EarlierIds(mongo.getMongoDatabase());
    }
}
