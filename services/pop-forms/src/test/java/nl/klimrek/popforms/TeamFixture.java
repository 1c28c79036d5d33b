package nl.klimrek.popforms;

import static nl.klimrek.testkit.events.EventFixture.anEvent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.Topics;
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
    private final EventPublisher publisher = SERVICE.publisher();

    TeamFixture() {
        joined("bram", null);
        joined("carla", null);
        joined("anna", "bram");
        SERVICE.awaitConsumed();
    }

    String organisation() {
        return organisation;
    }

    TestClient anna() {
        return as("anna", organisation, Role.EMPLOYEE);
    }

    TestClient bram() {
        return as("bram", organisation, Role.EMPLOYEE, Role.MANAGER);
    }

    TestClient carla() {
        return as("carla", organisation, Role.EMPLOYEE, Role.MANAGER);
    }

    TestClient hella() {
        return as("hella", organisation, Role.HR);
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
        return SERVICE.topics().of(organisation, Topics.POP_FORMS);
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

    /** A goal as it is sent. */
    static String goal(String title, boolean keptPrivate) {
        return """
                {"title":"%s","why":"Nieuwsgierig","howMeasured":"De las houdt","targetDate":"%s","horizon":"SHORT",
                 "purpose":"BROADEN","direction":"SIDE","conversation":"conv-1","keptPrivate":%s,
                 "skills":[{"scheme":"ESCO","code":"S1.2.3","version":"1.2","label":"welding"}]}
                """.formatted(title, inHalfAYear(), keptPrivate);
    }
}
