package nl.klimrek.popforms;

import static nl.klimrek.testkit.events.EventFixture.anEvent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.ConversationPlanned;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.testkit.events.EventPublisher;
import nl.klimrek.testkit.events.TestEvent;
import nl.klimrek.testkit.events.TopicRecord;
import nl.klimrek.testkit.service.ServiceUnderTest;
import nl.klimrek.testkit.service.TestClient;

/** An organisation of its own for a test: Anna reports to Bram; Carla manages others; Hella is HR. */
final class TeamFixture {
    static final ServiceUnderTest SERVICE =
            ServiceUnderTest.of(PopFormsService.class, PopFormsService.NAME).start();
    static final String POP = "/pop-anna";

    /** A word that occurs only in typed text. */
    static final String SECRET = "Zandkasteel";

    private static final String START = "2020-01-01";

    private final String organisation = ServiceUnderTest.freshOrganisation();
    private final ServiceUnderTest service;
    private final EventPublisher publisher;

    TeamFixture() {
        this(SERVICE);
    }

    /** The same people on another instance. */
    TeamFixture(ServiceUnderTest service) {
        this.service = service;
        this.publisher = service.publisher();
        joined("bram", null);
        joined("carla", null);
        joined("anna", "bram");
        talks("conv-1", "anna");
        service.awaitConsumed();
    }

    String organisation() {
        return organisation;
    }

    TestClient anna() {
        return client("anna", Role.EMPLOYEE);
    }

    TestClient bram() {
        return client("bram", Role.EMPLOYEE, Role.MANAGER);
    }

    TestClient carla() {
        return client("carla", Role.EMPLOYEE, Role.MANAGER);
    }

    TestClient hella() {
        return client("hella", Role.HR);
    }

    /** A client of this organisation. */
    TestClient client(String person, Role... roles) {
        return service.as(person, organisation, roles).below("/api/pop-forms");
    }

    /** Plans a conversation of an employee with Bram. */
    void talks(String conversation, String employee) {
        publisher.publish(
                organisation,
                anEvent(ConversationPlanned.class)
                        .with("conversation", conversation)
                        .with("employee", employee)
                        .with("counterpart", "bram")
                        .build());
    }

    /** Somebody of a team, without a manager. */
    void joinsTeam(String person, String team) {
        publisher.publish(
                organisation,
                anEvent(PersonJoined.class)
                        .with("person", person)
                        .with("team", team)
                        .with("startDate", START)
                        .with("effectiveAt", START)
                        .without("manager")
                        .without("endDate")
                        .build());
        service.awaitConsumed();
    }

    /** A client of {@code /api/pop-forms}. */
    static TestClient as(String person, String organisation, Role... roles) {
        return SERVICE.as(person, organisation, roles).below("/api/pop-forms");
    }

    void movesTo(String person, String manager) {
        publisher.publish(
                organisation,
                anEvent(PersonChanged.class)
                        .with("person", person)
                        .with("manager", manager)
                        .with("startDate", START)
                        .with("effectiveAt", START)
                        .without("endDate")
                        .with("changed", List.of(PersonField.MANAGER))
                        .build());
    }

    void isInTeam(String person, String team) {
        publisher.publish(
                organisation,
                anEvent(PersonChanged.class)
                        .with("person", person)
                        .with("team", team)
                        .with("startDate", START)
                        .with("effectiveAt", START)
                        .without("endDate")
                        .with("changed", List.of(PersonField.TEAM))
                        .build());
        SERVICE.awaitConsumed();
    }

    void isOfFamily(String person, String jobFamily) {
        publisher.publish(
                organisation,
                anEvent(PersonChanged.class)
                        .with("person", person)
                        .with("jobFamily", jobFamily)
                        .with("startDate", START)
                        .with("effectiveAt", START)
                        .without("endDate")
                        .with("changed", List.of(PersonField.JOB))
                        .build());
        SERVICE.awaitConsumed();
    }

    void left(String person, String manager) {
        publisher.publish(
                organisation,
                anEvent(PersonLeft.class)
                        .with("person", person)
                        .with("manager", manager)
                        .with("endDate", START)
                        .build());
    }

    /** Delivers a person's first event once more. */
    void joinedAgain(String person, String manager) {
        publisher.publish(TestEvent.of(organisation, joining(person, manager)).withSequence(1));
    }

    /** Everything the service published for the organisation, in order. */
    List<TopicRecord> published() {
        return service.topics().of(organisation, Topics.POP_FORMS);
    }

    /** The short types of what was published, in order. */
    List<String> publishedTypes() {
        return published().stream().map(TopicRecord::shortType).toList();
    }

    private void joined(String person, String manager) {
        publisher.publish(organisation, joining(person, manager));
    }

    private static PersonJoined joining(String person, String manager) {
        return anEvent(PersonJoined.class)
                .without("absentFrom")
                .without("absentUntil")
                .with("person", person)
                .with("manager", manager)
                .with("startDate", START)
                .with("effectiveAt", START)
                .without("endDate")
                .build();
    }

    /** The same client, naming the version of its own plan that it reads now. */
    static TestClient onCurrent(TestClient owner) {
        return owner.withIfMatch(owner.get("/mine").etag());
    }

    static LocalDate inHalfAYear() {
        return LocalDate.now(Clock.systemUTC()).plusMonths(6);
    }

    /** A goal as it is sent to replace another. */
    static String changedGoal(String title, boolean keptPrivate) {
        return """
                {"title":"%s","targetDate":"%s","horizon":"LONG","purpose":"ANTICIPATE","direction":"OUT","keptPrivate":%s}
                """.formatted(title, inHalfAYear().plusMonths(6), keptPrivate);
    }

    /** An activity as it is sent. @param more further fields, each with a comma before */
    static String activity(String title, String more) {
        return """
                {"title":"%s","form":"INFORMAL","setting":"INDIVIDUAL","mode":"SHADOWING","effortMinutes":240%s}
                """.formatted(title, more);
    }

    /** A goal as it is sent. */
    static String goal(String title, boolean keptPrivate) {
        return """
                {"title":"%s","why":"Nieuwsgierig","howMeasured":"De las houdt","targetDate":"%s","horizon":"SHORT",
                 "purpose":"BROADEN","direction":"SIDE","conversation":"conv-1","keptPrivate":%s,
                 "skills":[{"scheme":"ESCO","code":"S1.2.3","version":"1.2","label":"welding"}]}
                """.formatted(title, inHalfAYear(), keptPrivate);
    }
}
