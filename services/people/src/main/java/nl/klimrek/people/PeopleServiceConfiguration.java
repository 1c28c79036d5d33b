package nl.klimrek.people;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Collectors;
import nl.klimrek.contracts.TopicDefinition;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.people.HrRecordQuarantined;
import nl.klimrek.contracts.people.PeopleDisclosed;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.control.OperatorJob;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.metrics.LateEventMetrics;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.directory.PersonListing;
import nl.klimrek.people.directory.TeamListing;
import nl.klimrek.people.duplicates.DuplicateService;
import nl.klimrek.people.imports.ImportThrottle;
import nl.klimrek.people.imports.RosterImport;
import nl.klimrek.people.inbound.HrRecordRouter;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.inbound.RegisteredSources;
import nl.klimrek.people.inbound.RosterSnapshot;
import nl.klimrek.people.inbound.RosterSnapshotRepository;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.quarantine.QuarantineIndex;
import nl.klimrek.people.quarantine.QuarantineIndexRepository;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.readmodel.HeadcountProjection;
import nl.klimrek.people.readmodel.MemberIndexFactory;
import nl.klimrek.people.readmodel.PersonListRepository;
import nl.klimrek.people.roster.DailyRollover;
import nl.klimrek.people.roster.FormerEffectiveDates;
import nl.klimrek.people.roster.ReportingLineUpdater;
import nl.klimrek.people.roster.RosterRepublisher;
import nl.klimrek.people.roster.RosterService;
import nl.klimrek.people.signin.SignInService;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import nl.klimrek.servicekit.jobs.ClockJob;
import nl.klimrek.servicekit.organisations.OrganisationRegistry;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Wires the features: Kafka to the record processor, this service's events to its read models. */
@Configuration(proxyBeanMethods = false)
class PeopleServiceConfiguration {
    @Bean
    DirectoryService directory(AggregateStore<PersonListing> entries, AggregateStore<TeamListing> teams) {
        return new DirectoryService(entries, teams);
    }

    @Bean
    ClockJob dailyRolloverJob(DailyRollover rollover) {
        return rollover.job();
    }

    @Bean
    ClockJob formerEffectiveDates(
            PersonListRepository lists, RosterService roster, PeopleProperties properties, Clock clock) {
        return new FormerEffectiveDates(lists, roster, properties.organisations(), clock);
    }

    @Bean
    DailyRollover dailyRollover(
            AggregateStore<Person> people, RosterService roster, PeopleProperties properties, Clock clock) {
        return new DailyRollover(people, roster, properties.dayCheck(), clock);
    }

    @Bean
    RosterRepublisher rosterRepublisher(
            MongoDatabaseFactory mongo,
            AggregateStore<Person> people,
            ImportThrottle throttle,
            Clock clock,
            MeterRegistry meters) {
        return new RosterRepublisher(
                new OperatorJob(mongo.getMongoDatabase(), "republish"),
                mongo.getMongoDatabase().getCollection("people"),
                people,
                throttle::isOpen,
                clock,
                meters);
    }

    @Bean
    HeadcountProjection headcount(MemberIndexFactory indexes, MeterRegistry meters) {
        return new HeadcountProjection(indexes.of("people"), indexes.of("quarantine"), new LateEventMetrics(meters));
    }

    @Bean
    Quarantine quarantine(
            AggregateStore<QuarantinedRecord> records,
            AggregateStore<QuarantineIndex> indexes,
            HeadcountProjection headcount,
            Clock clock) {
        return new Quarantine(records, new QuarantineIndexRepository(indexes), headcount, clock);
    }

    @Bean
    RecordProcessor processor(RosterService roster, Quarantine quarantine, DuplicateService duplicates) {
        return new RecordProcessor(roster, quarantine, duplicates);
    }

    @Bean
    ImportThrottle importThrottle(KafkaProperties kafka, PeopleProperties properties) {
        return new ImportThrottle(
                kafka.buildAdminProperties(null),
                Topics.PEOPLE,
                TopicDefinition.of(Topics.PEOPLE).readers(),
                properties.readersBehind());
    }

    @Bean
    RosterImport rosterImport(RecordProcessor processor, ImportThrottle throttle) {
        return new RosterImport(processor, throttle);
    }

    @Bean
    RosterSnapshotRepository snapshots(AggregateStore<RosterSnapshot> snapshots, Clock clock) {
        return new RosterSnapshotRepository(snapshots, clock);
    }

    @Bean
    SourceBindings sourceBindings(PeopleProperties properties, MongoDatabaseFactory mongo, Clock clock) {
        return new SourceBindings(
                properties.sources().entrySet().stream()
                        .collect(
                                Collectors.toMap(bound -> bound.getKey(), bound -> new Organisation(bound.getValue()))),
                properties.sourceSecrets(),
                new RegisteredSources(new OrganisationRegistry(mongo.getMongoDatabase()), clock));
    }

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue,
            SourceBindings bindings,
            RecordProcessor processor,
            Quarantine quarantine,
            RosterSnapshotRepository snapshots,
            PeopleProperties properties,
            HeadcountProjection headcount,
            ReportingLineUpdater reportingLines,
            SignInService signIns,
            Clock clock) {
        HrRecordRouter router = new HrRecordRouter(
                bindings,
                processor,
                quarantine,
                snapshots,
                (int) properties.largestRecord().toBytes(),
                clock);
        return new EventHandlers(PeopleService.NAME, catalogue)
                .onRaw(Topics.HR_EMPLOYEES, router::route)
                .preprocess(headcount::ahead)
                .preprocess(reportingLines::ahead)
                .on(PersonJoined.class, headcount::joined)
                .on(PersonJoined.class, reportingLines::joined)
                .on(PersonChanged.class, headcount::changed)
                .on(PersonChanged.class, reportingLines::changed)
                .on(PersonLeft.class, headcount::left)
                .on(PersonLeft.class, reportingLines::left)
                .on(PersonLeft.class, signIns::left)
                .on(HrRecordQuarantined.class, headcount::quarantined);
    }

    @Bean
    DisclosedEventFactory disclosedEvent() {
        return PeopleDisclosed::new;
    }
}
