package nl.klimrek.servicekit.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PeopleDisclosed;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.embedded.kafka.EmbeddedKafka;
import nl.klimrek.embedded.kafka.TopicSpec;
import nl.klimrek.embedded.store.EmbeddedMongo;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.aggregate.AggregateStoreFactory;
import nl.klimrek.eventing.aggregate.AggregateType;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.servicekit.ServiceLauncher;
import nl.klimrek.servicekit.disclosure.DisclosureLog;
import nl.klimrek.servicekit.people.RosterService.Somebody;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;

class PeopleProjectionIT {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static EmbeddedMongo mongo;
    private static ConfigurableApplicationContext service;
    private static PeopleProjection people;
    private static AccessControl access;

    /** Each test has an organisation of its own. */
    private final Organisation organisation =
            new Organisation("o" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        kafka.createTopics(List.of(new TopicSpec(Topics.PEOPLE, 2)));
        mongo = EmbeddedMongo.start(folder.resolve("mongo"));
        service = ServiceLauncher.start(
                RosterService.class,
                "roster",
                Map.of(
                        "server.port",
                        0,
                        "klimrek.eventing.declared-readers-only",
                        false,
                        "spring.kafka.bootstrap-servers",
                        kafka.bootstrapServers(),
                        "spring.data.mongodb.uri",
                        mongo.connectionString()));
        people = service.getBean(PeopleProjection.class);
        access = service.getBean(AccessControl.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        mongo.close();
        kafka.close();
    }

    @Test
    void who_joined_is_found_by_id_by_manager_by_team_and_among_everyone() {
        happened("anna", joined("anna", "Productie 2", "bram"));
        await().untilAsserted(() -> {
            assertThat(ids(everyone())).containsExactly("anna");
            assertThat(people.person(organisation, "anna").orElseThrow().workingDays())
                    .containsExactly(Weekday.MON, Weekday.TUE);
            assertThat(ids(people.reportsOf(organisation, "bram"))).containsExactly("anna");
            assertThat(ids(people.teamOf(organisation, "Productie 2"))).containsExactly("anna");
        });
    }

    @Test
    void a_relation_that_ended_gives_no_right_from_then_on() {
        happened("anna", joined("anna", "a", "bram"));
        Caller bram = caller("bram", Role.EMPLOYEE, Role.MANAGER);
        await().untilAsserted(
                        () -> assertThat(access.selfOrManager(bram, "anna")).isEqualTo(AccessRight.MANAGER));
        happened("anna", changed("anna", "b", "cleo"));
        await().untilAsserted(() -> {
            assertThat(ids(people.reportsOf(organisation, "cleo"))).containsExactly("anna");
            assertThat(people.reportsOf(organisation, "bram")).isEmpty();
            assertThat(people.teamOf(organisation, "a")).isEmpty();
            forbidden(() -> access.selfOrManager(bram, "anna"));
        });
        happened("anna", new PersonLeft("anna", "b", "cleo", START));
        await().untilAsserted(() -> {
            assertThat(everyone()).isEmpty();
            forbidden(() -> access.manager(caller("cleo", Role.MANAGER), "anna"));
        });
        assertThat(people.person(organisation, "anna").orElseThrow().manager()).isEqualTo("cleo");
    }

    @Test
    void an_event_that_comes_again_late_changes_nothing() {
        happened("anna", joined("anna", "a", "bram"));
        happened("anna", changed("anna", "a", "cleo"));
        await().untilAsserted(() -> {
            assertThat(ids(people.reportsOf(organisation, "cleo"))).containsExactly("anna");
            assertThat(people.reportsOf(organisation, "bram")).isEmpty();
        });
        people.apply(joined("anna", "a", "bram"), meta("anna", 1));
        assertThat(people.reportsOf(organisation, "bram")).isEmpty();
        assertThat(ids(people.reportsOf(organisation, "cleo"))).containsExactly("anna");
    }

    @Test
    void who_joined_in_one_poll_is_taken_in_together_and_costs_no_store_trips_one_by_one() {
        List<ReceivedEvent> poll = IntStream.range(0, 300)
                .mapToObj(i -> received(joined("p" + i, "team" + i / 12, "p" + i / 12), "p" + i, 1))
                .toList();
        long before = storeTrips();
        people.applyAhead(poll);
        assertThat(people.isAhead(organisation, "p7")).isTrue();
        poll.forEach(event -> people.apply((PersonJoined) event.data().orElseThrow(), event.meta()));
        assertThat(storeTrips() - before).as("commands for 300 people").isLessThanOrEqualTo(4);
        assertThat(people.isAhead(organisation, "p7")).isFalse();
        assertThat(everyone()).hasSize(300);
        assertThat(ids(people.reportsOf(organisation, "p0")))
                .contains("p1", "p11")
                .hasSize(12);
        assertThat(people.teamOf(organisation, "team3")).hasSize(12);
    }

    @Test
    void a_poll_that_comes_again_changes_nothing_and_completes_what_was_cut_off() {
        List<ReceivedEvent> poll = List.of(
                received(joined("anna", "a", "bram"), "anna", 1), received(joined("ben", "a", "bram"), "ben", 1));
        people.applyAhead(poll);
        poll.forEach(event -> people.apply((PersonJoined) event.data().orElseThrow(), event.meta()));
        people.apply(changed("anna", "b", "cleo"), meta("anna", 2));
        service.getBean(MongoDatabaseFactory.class)
                .getMongoDatabase()
                .getCollection("people_members")
                .deleteMany(new Document("list", new Key(organisation, "reports:bram").value()));
        people.applyAhead(poll);
        assertThat(people.isAhead(organisation, "ben"))
                .as("known before, so not taken in ahead")
                .isFalse();
        poll.forEach(event -> people.apply((PersonJoined) event.data().orElseThrow(), event.meta()));
        assertThat(ids(people.reportsOf(organisation, "bram"))).containsExactly("ben");
        assertThat(ids(people.reportsOf(organisation, "cleo"))).containsExactly("anna");
    }

    @Test
    void everyone_is_read_in_pages_that_never_hold_more_than_asked_for() {
        List<ReceivedEvent> poll = IntStream.range(0, 300)
                .mapToObj(i -> received(joined("p" + i, "a", "p0"), "p" + i, 1))
                .toList();
        people.applyAhead(poll);
        people.apply(new PersonLeft("p7", "a", "p0", START), meta("p7", 2));
        List<List<PersonProfile>> pages = people.pages(organisation, 3).toList();
        assertThat(pages).allSatisfy(page -> assertThat(page).hasSizeBetween(1, 3));
        assertThat(pages.stream().flatMap(List::stream).map(PersonProfile::person))
                .doesNotHaveDuplicates()
                .doesNotContain("p7")
                .hasSize(299);
        assertThat(people.count(organisation)).isEqualTo(299);
        assertThat(people.everyoneUpTo(organisation, 298)).isEmpty();
        assertThat(people.everyoneUpTo(organisation, 299).orElseThrow()).hasSize(299);
    }

    @Test
    void a_list_that_the_version_before_stored_as_one_document_is_moved_into_rows() {
        happened("anna", joined("anna", "a", "bram"));
        await().untilAsserted(() -> {
            assertThat(ids(everyone())).containsExactly("anna");
            assertThat(ids(people.reportsOf(organisation, "bram"))).containsExactly("anna");
        });
        MongoDatabase database = service.getBean(MongoDatabaseFactory.class).getMongoDatabase();
        String list = new Key(organisation, "reports:bram").value();
        database.getCollection("people_members").deleteMany(new Document("list", list));
        database.getCollection("people_lists")
                .insertOne(new Document("_id", list).append("people", List.of("anna", "gone")));
        AggregateStoreFactory stores = service.getBean(AggregateStoreFactory.class);
        PeopleProjection restarted = new PeopleProjection(
                stores.create(AggregateType.readDocument("people_facts", PersonProfile.class)),
                new MongoPeopleListRepository(database));
        assertThat(ids(restarted.reportsOf(organisation, "bram"))).containsExactly("anna");
        assertThat(database.getCollection("people_lists").find(new Document("_id", list)))
                .isEmpty();
    }

    @Test
    void only_people_who_first_joined_in_a_poll_are_stored_ahead() {
        EventMeta gone = meta("anna", 1);
        people.applyAhead(List.of(
                new ReceivedEvent(
                        gone, Topics.PEOPLE, new byte[0], Optional.of(new PersonLeft("anna", null, null, START))),
                received(joined("anna", "a", "bram"), "anna", 2),
                received(joined("ben", "a", "bram"), "ben", 1),
                received(joined("ben", "b", "cleo"), "ben", 2)));
        assertThat(people.isAhead(organisation, "anna")).isFalse();
        assertThat(people.person(organisation, "anna")).isEmpty();
        assertThat(ids(people.reportsOf(organisation, "bram"))).containsExactly("ben");
        people.apply(joined("ben", "a", "bram"), meta("ben", 1));
        people.apply(joined("ben", "b", "cleo"), meta("ben", 2));
        assertThat(ids(people.reportsOf(organisation, "cleo"))).containsExactly("ben");
    }

    private List<PersonProfile> everyone() {
        return people.everyoneUpTo(organisation, 1000).orElseThrow();
    }

    private ReceivedEvent received(PersonJoined joined, String person, long sequence) {
        return new ReceivedEvent(meta(person, sequence), Topics.PEOPLE, new byte[0], Optional.of(joined));
    }

    /** Commands about people that the store was given so far. */
    private static long storeTrips() {
        return service.getBean(RosterService.class).commands.get();
    }

    @Test
    void hr_reaches_its_own_organisation_and_no_other() {
        happened("anna", joined("anna", null, null));
        await().untilAsserted(
                        () -> assertThat(people.person(organisation, "anna")).isPresent());
        assertThat(access.selfOrManagerOrHr(caller("hella", Role.HR), "anna")).isEqualTo(AccessRight.HR);
        forbidden(() ->
                access.selfOrManagerOrHr(new Caller("hella", new Organisation("elsewhere"), Set.of(Role.HR)), "anna"));
        forbidden(() -> access.selfOrManagerOrHr(caller("hella", Role.HR), "nobody"));
        forbidden(() -> access.self(caller("anna", Role.HR_SYSTEM), "anna"));
        forbidden(() -> access.managerOrHr(caller("anna", Role.HR), "anna"));
    }

    @Test
    void a_look_at_anothers_content_is_published_and_one_at_ones_own_is_not() {
        DisclosureLog disclosures = service.getBean(DisclosureLog.class);
        String viewer = organisation.value();
        disclosures.record(caller(viewer), viewer, "PREPARATION", AccessRight.SELF);
        disclosures.record(caller(viewer), "anna", "PREPARATION", AccessRight.MANAGER);
        List<PeopleDisclosed> looks = service.getBean(RosterService.class).looks;
        await().untilAsserted(() -> assertThat(looks)
                .containsOnlyOnce(new PeopleDisclosed(viewer, "anna", "PREPARATION", "MANAGER"))
                .noneMatch(look -> look.person().equals(viewer)));
    }

    @Test
    void the_dependencies_are_up_when_broker_and_store_answer() {
        URI dependencies = URI.create("http://127.0.0.1:"
                + service.getEnvironment().getProperty("local.server.port") + "/actuator/health/dependencies");
        HttpClient client = HttpClient.newHttpClient();
        await().untilAsserted(() -> {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(dependencies).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"kafka\":{\"status\":\"UP\"}", "\"mongo\":{\"status\":\"UP\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
        });
    }

    @SuppressWarnings("unchecked")
    private void happened(String person, Record fact) {
        AggregateStore<Somebody> source = service.getBean("source", AggregateStore.class);
        source.handle(
                new Key(organisation, person),
                MessageContext.system("test"),
                before -> Decision.accept(new Somebody(person), fact));
    }

    private EventMeta meta(String person, long sequence) {
        return new EventMeta(
                "again" + sequence,
                "t",
                "/klimrek/people",
                person,
                organisation,
                person,
                sequence,
                Instant.EPOCH,
                "test",
                "c",
                null,
                null);
    }

    private Caller caller(String person, Role... roles) {
        return new Caller(person, organisation, Set.of(roles));
    }

    private static PersonJoined joined(String person, String team, String manager) {
        return new PersonJoined(
                person,
                team,
                manager,
                null,
                ContractKind.PERMANENT,
                2160,
                List.of(Weekday.MON, Weekday.TUE),
                "nl",
                "Europe/Amsterdam",
                START,
                null,
                null,
                null,
                START);
    }

    private static PersonChanged changed(String person, String team, String manager) {
        return new PersonChanged(
                person,
                team,
                manager,
                null,
                ContractKind.PERMANENT,
                2160,
                List.of(),
                "nl",
                "Europe/Amsterdam",
                START,
                null,
                null,
                null,
                START,
                List.of(PersonField.MANAGER));
    }

    private static List<String> ids(List<PersonProfile> known) {
        return known.stream().map(PersonProfile::person).toList();
    }

    private static void forbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("forbidden"));
    }
}
