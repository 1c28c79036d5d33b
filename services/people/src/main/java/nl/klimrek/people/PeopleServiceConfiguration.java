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
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.people.directory.DirectoryEntry;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.directory.DirectoryTeam;
import nl.klimrek.people.duplicates.DuplicateFinder;
import nl.klimrek.people.duplicates.DuplicateQuestion;
import nl.klimrek.people.duplicates.DuplicateQuestionService;
import nl.klimrek.people.duplicates.DuplicateService;
import nl.klimrek.people.duplicates.EmailLookup;
import nl.klimrek.people.duplicates.EmailOwnership;
import nl.klimrek.people.duplicates.MatchKeyHolders;
import nl.klimrek.people.duplicates.MatchKeyRepository;
import nl.klimrek.people.imports.ImportThrottle;
import nl.klimrek.people.imports.RosterImport;
import nl.klimrek.people.inbound.HrRecordRouter;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.inbound.RosterSnapshot;
import nl.klimrek.people.inbound.RosterSnapshotRepository;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.people.person.EmployeeNumberLink;
import nl.klimrek.people.person.EmployeeNumberRepository;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.quarantine.QuarantineIndex;
import nl.klimrek.people.quarantine.QuarantineIndexRepository;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.readmodel.HeadcountProjection;
import nl.klimrek.people.readmodel.MemberIndexFactory;
import nl.klimrek.people.roster.DailyRollover;
import nl.klimrek.people.roster.DailyRolloverSchedule;
import nl.klimrek.people.roster.EffectiveDateIndex;
import nl.klimrek.people.roster.FutureStarterIndex;
import nl.klimrek.people.roster.Hierarchy;
import nl.klimrek.people.roster.PeopleAccess;
import nl.klimrek.people.roster.PersonListRepository;
import nl.klimrek.people.roster.PersonRepository;
import nl.klimrek.people.roster.ReportingLineUpdater;
import nl.klimrek.people.roster.RolloverDay;
import nl.klimrek.people.roster.RolloverRange;
import nl.klimrek.people.roster.RosterService;
import nl.klimrek.people.signin.SignIn;
import nl.klimrek.people.signin.SignInClaims;
import nl.klimrek.people.signin.SignInPersonFinder;
import nl.klimrek.people.signin.SignInService;
import nl.klimrek.servicekit.disclosure.DisclosedEvent;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the features: Kafka to the record processor, the processor to the roster, this service's events to its read models. */
@Configuration(proxyBeanMethods = false)
class PeopleServiceConfiguration {

    @Bean
    EmployeeNumberRepository employeeNumbers(AggregateStore<EmployeeNumberLink> numbers) {
        return new EmployeeNumberRepository(numbers);
    }

    @Bean
    Hierarchy hierarchy(EmployeeNumberRepository numbers, AggregateStore<Person> people, PersonListRepository lists) {
        return new Hierarchy(numbers, people, lists);
    }

    @Bean
    EffectiveDateIndex effectiveDates(PersonListRepository lists, Clock clock) {
        return new EffectiveDateIndex(lists, clock);
    }

    @Bean
    PersonRepository personRepository(AggregateStore<Person> people, Hierarchy hierarchy) {
        return new PersonRepository(people, hierarchy);
    }

    @Bean
    DirectoryService directory(AggregateStore<DirectoryEntry> entries, AggregateStore<DirectoryTeam> teams) {
        return new DirectoryService(entries, teams);
    }

    @Bean
    RosterService roster(
            EmployeeNumberRepository numbers,
            AggregateStore<Person> people,
            PersonRepository personRepository,
            Hierarchy hierarchy,
            EffectiveDateIndex effectiveDates,
            DirectoryService directory,
            MatchKeyRepository matchKeys,
            FutureStarterIndex futureStarters,
            Clock clock) {
        return new RosterService(
                numbers,
                personRepository,
                hierarchy,
                effectiveDates,
                directory,
                new EmailOwnership(numbers, people, matchKeys, directory),
                futureStarters,
                clock);
    }

    @Bean
    EmailLookup addressLookup(
            EmployeeNumberRepository numbers, AggregateStore<Person> people, MatchKeyRepository matchKeys) {
        return new EmailLookup(numbers, people, matchKeys);
    }

    @Bean
    FutureStarterIndex futureStarters(PersonListRepository lists, AggregateStore<Person> people) {
        return new FutureStarterIndex(lists, people);
    }

    @Bean
    DailyRollover dailyRollover(
            EffectiveDateIndex effectiveDates,
            RosterService roster,
            AggregateStore<RolloverDay> days,
            AggregateStore<RolloverRange> ranges,
            Clock clock,
            MeterRegistry meters) {
        return new DailyRollover(effectiveDates, roster, days, ranges, clock, meters);
    }

    @Bean
    DailyRolloverSchedule dailyRolloverSchedule(DailyRollover rollover, PeopleProperties properties) {
        return new DailyRolloverSchedule(rollover, properties.organisations());
    }

    @Bean
    HeadcountProjection headcount(MemberIndexFactory indexes) {
        return new HeadcountProjection(indexes.of("people"), indexes.of("quarantine"));
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
    MatchKeyRepository marks(AggregateStore<MatchKeyHolders> matchKeys) {
        return new MatchKeyRepository(matchKeys);
    }

    @Bean
    DuplicateQuestionService questions(
            AggregateStore<DuplicateQuestion> questions, MemberIndexFactory indexes, Clock clock) {
        return new DuplicateQuestionService(questions, indexes.of("questions"), clock);
    }

    @Bean
    DuplicateService duplicates(
            EmployeeNumberRepository numbers,
            AggregateStore<Person> people,
            MatchKeyRepository matchKeys,
            DuplicateQuestionService questions) {
        return new DuplicateService(new DuplicateFinder(numbers, people, matchKeys), matchKeys, questions);
    }

    @Bean
    SignInService signIns(
            AggregateStore<SignIn> signIns,
            AggregateStore<SignInClaims> holders,
            MemberIndexFactory indexes,
            EmployeeNumberRepository numbers,
            AggregateStore<Person> people,
            MatchKeyRepository matchKeys,
            DirectoryService directory,
            RosterService roster,
            Clock clock) {
        return new SignInService(
                signIns,
                holders,
                indexes.of("sign-ins"),
                new SignInPersonFinder(numbers, new EmailOwnership(numbers, people, matchKeys, directory), roster),
                clock);
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
    SourceBindings sourceBindings(PeopleProperties properties) {
        return new SourceBindings(
                properties.sources().entrySet().stream()
                        .collect(
                                Collectors.toMap(bound -> bound.getKey(), bound -> new Organisation(bound.getValue()))),
                properties.sourceSecrets());
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
                .ahead(headcount::ahead)
                .ahead(reportingLines::ahead)
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
    ReportingLineUpdater reportingLines(Hierarchy hierarchy, RosterService roster, PersonRepository people) {
        return new ReportingLineUpdater(hierarchy, roster, people);
    }

    @Bean
    PeopleAccess peopleAccess(RosterService roster) {
        return new PeopleAccess(roster);
    }

    @Bean
    DisclosedEvent disclosedEvent() {
        return PeopleDisclosed::new;
    }
}
