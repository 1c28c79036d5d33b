package nl.klimrek.conversations;

import static nl.klimrek.conversations.ConversationsUnderTest.SERVICE;
import static nl.klimrek.testkit.events.EventFixture.anEvent;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import nl.klimrek.contracts.Contracts;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.ConversationsDisclosed;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.EventFixture;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;

/** An organisation of a test's own: its people, who join, change and leave, and what the service publishes about them. */
final class Company {

    static final LocalDate STARTED = LocalDate.parse("2020-01-01");
    private static final int FULL_TIME = 36 * 60;
    private static final List<Weekday> DAYS = List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU);
    private static final Instant PUBLISHED_AT = Instant.parse("2026-11-22T09:00:00.123Z");

    final String name = ServiceUnderTest.freshOrganisation();

    /** A client of {@code /api} in English; an employee unless the test gives other roles. */
    TestClient as(String person, Role... roles) {
        Role[] all = roles.length == 0 ? new Role[] {Role.EMPLOYEE} : roles;
        return SERVICE.as(person, name, all).below("/api").withLanguage("en");
    }

    TestClient hr() {
        return as("hella", Role.EMPLOYEE, Role.HR);
    }

    Organisation organisation() {
        return new Organisation(name);
    }

    /** Everybody named here joins; {@code manager} may be null. */
    Company joins(String manager, String... people) {
        for (String person : people) {
            publish(joining(person, manager).build());
        }
        for (String person : people) {
            awaitKnown(person, manager, false);
        }
        return this;
    }

    /** Somebody who started lately, or will. */
    Company joinsOn(LocalDate start, String manager, String person) {
        publish(joining(person, manager)
                .with("startDate", start)
                .with("effectiveAt", start)
                .build());
        awaitKnown(person, manager, false);
        return this;
    }

    /** Somebody who works part of the week. */
    Company joinsFor(int minutesPerWeek, List<Weekday> days, String manager, String person) {
        publish(joining(person, manager)
                .with("minutesPerWeek", minutesPerWeek)
                .with("workingDays", days)
                .build());
        awaitKnown(person, manager, false);
        return this;
    }

    /** Somebody will be back on the day after the last one of an absence. */
    void isAbsent(String person, String manager, LocalDate from, LocalDate until) {
        publish(changing(person, manager, PersonField.ABSENCE)
                .with("absentFrom", from)
                .with("absentUntil", until)
                .build());
        awaitPerson(person, known -> from.equals(known.absentFrom()));
    }

    void changesJob(String person, String manager) {
        publish(changing(person, manager, PersonField.JOB)
                .with("effectiveAt", LocalDate.parse(Talk.day(0)))
                .build());
    }

    void changesManager(String person, String manager) {
        publish(changing(person, manager, PersonField.MANAGER).build());
        awaitKnown(person, manager, false);
    }

    /** A last day becomes known, moves, or with null is withdrawn. */
    void expectsToLeave(String person, String manager, LocalDate lastDay) {
        publish(changing(person, manager, PersonField.END_DATE)
                .with("endDate", lastDay)
                .build());
        awaitPerson(person, known -> Objects.equals(lastDay, known.endDate()));
    }

    void changesManagerOfLeaver(String person, String manager, LocalDate lastDay) {
        publish(changing(person, manager, PersonField.MANAGER)
                .with("endDate", lastDay)
                .build());
        awaitKnown(person, manager, false);
    }

    void returns(String person, String manager) {
        publish(changing(person, manager, PersonField.RETURNED).build());
        awaitKnown(person, manager, false);
    }

    void leaves(String person) {
        String manager = people().person(organisation(), person).orElseThrow().manager();
        publish(anEvent(PersonLeft.class)
                .with("person", person)
                .with("team", team(manager))
                .with("manager", manager)
                .with("endDate", "2026-11-30")
                .build());
        awaitKnown(person, manager, true);
    }

    /** Delivers the last event about a person once more, as a broker may. */
    void repeats(String person) {
        List<TopicRecord> all = SERVICE.topics().about(name, person, Topics.PEOPLE);
        replay(all.subList(all.size() - 1, all.size()));
    }

    /** Publishes an event of any service about an employee. */
    void publish(String subject, String employee, Record event) {
        SERVICE.publisher()
                .publishNext(TestEvent.of(name, event)
                        .withSubject(subject)
                        .withKey(employee)
                        .withTime(PUBLISHED_AT));
    }

    /** Everything the service published about this organisation. */
    List<TopicRecord> published() {
        return SERVICE.topics().of(name, Topics.CONVERSATIONS);
    }

    /** Short types of the events with this subject, such as a conversation's id, in order. */
    List<String> typesOf(String subject) {
        return SERVICE.topics().typesOf(name, subject, Topics.CONVERSATIONS);
    }

    /** Disclosures of personal content, each as {@code viewer content person right}. */
    List<String> disclosures() {
        return published().stream()
                .filter(event -> event.type().equals(Contracts.typeOf(ConversationsDisclosed.class)))
                .map(event -> event.as(ConversationsDisclosed.class))
                .map(seen -> String.join(" ", seen.viewer(), seen.content(), seen.person(), seen.allowedBecause()))
                .toList();
    }

    /** Delivers events once more, as a broker may. */
    void replay(List<TopicRecord> events) {
        SERVICE.publisher().replay(events);
    }

    private void publish(Record event) {
        SERVICE.publisher().publishNext(TestEvent.of(name, event).withTime(PUBLISHED_AT));
    }

    private static EventFixture<PersonJoined> joining(String person, String manager) {
        return profile(anEvent(PersonJoined.class), person, manager);
    }

    private static EventFixture<PersonChanged> changing(String person, String manager, PersonField changed) {
        return profile(anEvent(PersonChanged.class), person, manager).with("changed", List.of(changed));
    }

    private static <T extends Record> EventFixture<T> profile(EventFixture<T> event, String person, String manager) {
        return event.with("person", person)
                .with("team", team(manager))
                .with("manager", manager)
                .without("jobFamily")
                .with("contractKind", "PERMANENT")
                .with("minutesPerWeek", FULL_TIME)
                .with("workingDays", DAYS)
                .with("language", "nl")
                .with("timeZone", "Europe/Amsterdam")
                .with("startDate", STARTED)
                .with("effectiveAt", STARTED)
                .without("endDate")
                .without("absentFrom")
                .without("absentUntil");
    }

    private static String team(String manager) {
        return "team of " + manager;
    }

    /** Waits for the profile, and for the lists that are written after it. */
    private void awaitKnown(String person, String manager, boolean left) {
        awaitPerson(
                person,
                known -> known.left() == left
                        && Objects.equals(manager, known.manager())
                        && (left || isListed(known, manager)));
    }

    private boolean isListed(PersonProfile person, String manager) {
        return people().employed(organisation(), List.of(person.person())).contains(person)
                && (manager == null
                        || people().reportsOf(organisation(), manager).contains(person));
    }

    private void awaitPerson(String person, Predicate<PersonProfile> condition) {
        await().atMost(ServiceUnderTest.TIMEOUT)
                .until(() -> people().person(organisation(), person)
                        .filter(condition)
                        .isPresent());
    }

    private static PeopleProjection people() {
        return ConversationsUnderTest.bean(PeopleProjection.class);
    }
}
