package nl.klimrek.learningbudgets;

import static nl.klimrek.testkit.events.EventFixture.anEvent;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.EventFixture;
import nl.klimrek.testkit.events.EventPublisher;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;

/** An organisation of a test's own, and people who join, move and leave. The service knows each step when a method returns. */
final class StaffFixture {
    static final String PERSONAL = "personal-2027";
    static final String HOURS = "hours-2027";
    private static final int FULL_TIME = 36 * 60;
    private static final String LONG_AGO = "2011-07-05";

    private final ServiceUnderTest service;
    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final EventPublisher publisher;

    StaffFixture() {
        this(BudgetsUnderTest.SERVICE);
    }

    StaffFixture(ServiceUnderTest service) {
        this.service = service;
        this.publisher = service.publisher();
    }

    String organisation() {
        return organisation;
    }

    /** Today in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(service.clock().instant(), ZoneOffset.UTC);
    }

    /** A full-time employee under this manager; null for none. */
    TestClient employee(String person, String manager) {
        return joined(person, manager, FULL_TIME, Role.EMPLOYEE);
    }

    TestClient manager(String person) {
        return joined(person, null, FULL_TIME, Role.EMPLOYEE, Role.MANAGER);
    }

    TestClient hr(String person) {
        return joined(person, null, FULL_TIME, Role.EMPLOYEE, Role.HR);
    }

    /** A client of this person, who need not have joined. */
    TestClient as(String person, Role... roles) {
        return service.as(person, organisation, roles).below("/api/learning-budgets");
    }

    TestClient joined(String person, String manager, int minutesPerWeek, Role... roles) {
        join(person, manager, minutesPerWeek);
        service.awaitConsumed();
        return as(person, roles);
    }

    /** Publishes that somebody joined, without waiting. */
    void join(String person, String manager) {
        join(person, manager, FULL_TIME);
    }

    private void join(String person, String manager, int minutesPerWeek) {
        publish(joining(person, manager, minutesPerWeek));
    }

    /** Delivers a person's first event once more. */
    void joinedAgain(String person, String manager) {
        publisher.publish(event(joining(person, manager, FULL_TIME)).withSequence(1));
        service.awaitConsumed();
    }

    void moves(String person, String manager) {
        change(person, manager, PersonField.MANAGER);
    }

    void returns(String person, String manager) {
        change(person, manager, PersonField.RETURNED);
    }

    /** The contract hours change on a day. */
    void changesHours(String person, String manager, int minutesPerWeek, String from) {
        publish(changed(person, manager, PersonField.HOURS)
                .with("minutesPerWeek", minutesPerWeek)
                .with("effectiveAt", from)
                .build());
        service.awaitConsumed();
    }

    void leaves(String person, String manager) {
        publish(anEvent(PersonLeft.class)
                .with("person", person)
                .with("manager", manager)
                .with("endDate", today().toString())
                .build());
        service.awaitConsumed();
    }

    /** Everything the service published about somebody, in order. */
    List<TopicRecord> published(String person) {
        service.awaitSettled();
        return service.topics().about(organisation, person, Topics.LEARNING_BUDGETS);
    }

    /** What was published about somebody, of this short type, in order. */
    List<TopicRecord> published(String person, String type) {
        return published(person).stream()
                .filter(event -> event.shortType().equals(type))
                .toList();
    }

    private void change(String person, String manager, PersonField field) {
        publish(changed(person, manager, field).build());
        service.awaitConsumed();
    }

    private static EventFixture<PersonChanged> changed(String person, String manager, PersonField field) {
        return anEvent(PersonChanged.class)
                .with("person", person)
                .with("manager", manager)
                .with("minutesPerWeek", FULL_TIME)
                .with("startDate", LONG_AGO)
                .with("effectiveAt", LONG_AGO)
                .without("endDate")
                .with("changed", List.of(field));
    }

    private static PersonJoined joining(String person, String manager, int minutesPerWeek) {
        return anEvent(PersonJoined.class)
                .with("person", person)
                .with("manager", manager)
                .with("minutesPerWeek", minutesPerWeek)
                .with("startDate", LONG_AGO)
                .with("effectiveAt", LONG_AGO)
                .without("endDate")
                .build();
    }

    private void publish(Record event) {
        publisher.publishNext(event(event));
    }

    private TestEvent event(Record event) {
        return TestEvent.of(organisation, event).withTime(service.clock().instant());
    }
}
