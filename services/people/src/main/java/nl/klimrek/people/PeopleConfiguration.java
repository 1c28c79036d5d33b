package nl.klimrek.people;

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
import nl.klimrek.people.access.PeopleAccess;
import nl.klimrek.people.agenda.Agenda;
import nl.klimrek.people.directory.Directory;
import nl.klimrek.people.directory.Entry;
import nl.klimrek.people.directory.Team;
import nl.klimrek.people.duplicates.AddressHolders;
import nl.klimrek.people.duplicates.AddressLookup;
import nl.klimrek.people.duplicates.DuplicateFinder;
import nl.klimrek.people.duplicates.Duplicates;
import nl.klimrek.people.duplicates.MarkHolders;
import nl.klimrek.people.duplicates.Marks;
import nl.klimrek.people.duplicates.Question;
import nl.klimrek.people.duplicates.Questions;
import nl.klimrek.people.hierarchy.Hierarchy;
import nl.klimrek.people.imports.ReaderLag;
import nl.klimrek.people.imports.RosterImport;
import nl.klimrek.people.inbound.HrRecordsListener;
import nl.klimrek.people.inbound.RecordProcessor;
import nl.klimrek.people.inbound.Snapshot;
import nl.klimrek.people.inbound.Snapshots;
import nl.klimrek.people.inbound.SourceBindings;
import nl.klimrek.people.lists.PersonLists;
import nl.klimrek.people.person.EmployeeNumber;
import nl.klimrek.people.person.EmployeeNumbers;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.quarantine.Quarantine;
import nl.klimrek.people.quarantine.QuarantineIndex;
import nl.klimrek.people.quarantine.QuarantineIndexes;
import nl.klimrek.people.quarantine.QuarantinedRecord;
import nl.klimrek.people.register.Census;
import nl.klimrek.people.register.Registers;
import nl.klimrek.people.roster.Announced;
import nl.klimrek.people.roster.DailyRollover;
import nl.klimrek.people.roster.DayCursor;
import nl.klimrek.people.roster.Relations;
import nl.klimrek.people.roster.Roster;
import nl.klimrek.people.signin.PersonFinder;
import nl.klimrek.people.signin.PersonSignIns;
import nl.klimrek.people.signin.SignIn;
import nl.klimrek.people.signin.SignIns;
import nl.klimrek.servicekit.disclosure.DisclosedEventFactory;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins the features: the bus to the processor, the processor to the roster, our own facts to what follows from them. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    EmployeeNumbers employeeNumbers(AggregateStore<EmployeeNumber> numbers) {
        return new EmployeeNumbers(numbers);
    }

    @Bean
    Hierarchy hierarchy(EmployeeNumbers numbers, AggregateStore<Person> people, PersonLists lists) {
        return new Hierarchy(numbers, people, lists);
    }

    @Bean
    Agenda agenda(PersonLists lists, Clock clock) {
        return new Agenda(lists, clock);
    }

    @Bean
    Directory directory(AggregateStore<Entry> entries, AggregateStore<Team> teams) {
        return new Directory(entries, teams);
    }

    @Bean
    Roster roster(
            EmployeeNumbers numbers,
            AggregateStore<Person> people,
            Hierarchy hierarchy,
            Agenda agenda,
            Directory directory,
            Marks marks,
            Announced announced,
            Clock clock) {
        return new Roster(
                numbers,
                people,
                hierarchy,
                agenda,
                directory,
                new AddressHolders(numbers, people, marks, directory),
                announced,
                clock);
    }

    @Bean
    AddressLookup addressLookup(EmployeeNumbers numbers, AggregateStore<Person> people, Marks marks) {
        return new AddressLookup(numbers, people, marks);
    }

    @Bean
    Announced announced(PersonLists lists, AggregateStore<Person> people) {
        return new Announced(lists, people);
    }

    @Bean
    DailyRollover dayTurn(Agenda agenda, Roster roster, AggregateStore<DayCursor> cursors) {
        return new DailyRollover(agenda, roster, cursors);
    }

    @Bean
    Census census(Registers registers) {
        return new Census(registers.of("people"), registers.of("quarantine"));
    }

    @Bean
    Quarantine quarantine(
            AggregateStore<QuarantinedRecord> records,
            AggregateStore<QuarantineIndex> indexes,
            Census census,
            Clock clock) {
        return new Quarantine(records, new QuarantineIndexes(indexes), census, clock);
    }

    @Bean
    Marks marks(AggregateStore<MarkHolders> marks) {
        return new Marks(marks);
    }

    @Bean
    Questions questions(AggregateStore<Question> questions, Registers registers, Clock clock) {
        return new Questions(questions, registers.of("questions"), clock);
    }

    @Bean
    Duplicates duplicates(EmployeeNumbers numbers, AggregateStore<Person> people, Marks marks, Questions questions) {
        return new Duplicates(new DuplicateFinder(numbers, people, marks), marks, questions);
    }

    @Bean
    SignIns signIns(
            AggregateStore<SignIn> signIns,
            AggregateStore<PersonSignIns> holders,
            Registers registers,
            EmployeeNumbers numbers,
            AggregateStore<Person> people,
            Marks marks,
            Directory directory,
            Roster roster,
            Clock clock) {
        return new SignIns(
                signIns,
                holders,
                registers.of("sign-ins"),
                new PersonFinder(numbers, new AddressHolders(numbers, people, marks, directory), roster),
                clock);
    }

    @Bean
    RecordProcessor processor(Roster roster, Quarantine quarantine, Duplicates duplicates) {
        return new RecordProcessor(roster, quarantine, duplicates);
    }

    @Bean
    ReaderLag readerLag(KafkaProperties kafka, PeopleSettings settings) {
        return new ReaderLag(
                kafka.buildAdminProperties(null),
                Topics.PEOPLE,
                TopicDefinition.of(Topics.PEOPLE).readers(),
                settings.readersBehind());
    }

    @Bean
    RosterImport rosterImport(RecordProcessor processor, ReaderLag lag) {
        return new RosterImport(processor, lag);
    }

    @Bean
    Snapshots snapshots(AggregateStore<Snapshot> snapshots, Clock clock) {
        return new Snapshots(snapshots, clock);
    }

    @Bean
    SourceBindings sourceBindings(PeopleSettings settings) {
        return new SourceBindings(
                settings.sources().entrySet().stream()
                        .collect(
                                Collectors.toMap(bound -> bound.getKey(), bound -> new Organisation(bound.getValue()))),
                settings.sourceSecrets());
    }

    @Bean
    EventHandlers handlers(
            EventCatalogue catalogue,
            SourceBindings bindings,
            RecordProcessor processor,
            Quarantine quarantine,
            Snapshots snapshots,
            PeopleSettings settings,
            Census census,
            Relations relations,
            SignIns signIns,
            Clock clock) {
        HrRecordsListener records = new HrRecordsListener(
                bindings,
                processor,
                quarantine,
                snapshots,
                (int) settings.largestRecord().toBytes(),
                clock);
        return new EventHandlers(PeopleService.NAME, catalogue)
                .onRaw(Topics.HR_EMPLOYEES, records::receive)
                .preprocess(census::ahead)
                .preprocess(relations::ahead)
                .on(PersonJoined.class, census::joined)
                .on(PersonJoined.class, relations::joined)
                .on(PersonChanged.class, census::changed)
                .on(PersonChanged.class, relations::changed)
                .on(PersonLeft.class, census::left)
                .on(PersonLeft.class, relations::left)
                .on(PersonLeft.class, signIns::left)
                .on(HrRecordQuarantined.class, census::quarantined);
    }

    @Bean
    Relations relations(Hierarchy hierarchy, Roster roster) {
        return new Relations(hierarchy, roster);
    }

    @Bean
    PeopleAccess peopleAccess(Roster roster) {
        return new PeopleAccess(roster);
    }

    @Bean
    DisclosedEventFactory looks() {
        return PeopleDisclosed::new;
    }
}
