package nl.klimrek.learningbudgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.people.ContractKind;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.contracts.people.PersonLeft;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.learningbudgets.RunningService.Person;
import nl.klimrek.learningbudgets.account.BudgetAccount;
import nl.klimrek.learningbudgets.account.QuarterEndSweep;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.servicekit.security.Role;

/** An organisation of a test's own, with people who join it, and the wait until the service knows. */
final class Roster {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String YEAR = Year.now(ZoneOffset.UTC).toString();
    static final String PERSONAL = "personal-" + YEAR;
    static final String HOURS = "hours-" + YEAR;
    static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    private static final LocalDate LONG_AGO = LocalDate.parse("2011-07-05");
    private static final int FULL_TIME = 36 * 60;

    final String organisation = "org-" + UUID.randomUUID().toString().substring(0, 8);
    private final Events events = RunningService.SHARED.events;

    /** Somebody who works full time for years, under this manager; known to the service when this returns. */
    Person employee(String name, String manager) {
        Person person = new Person(name, organisation, Role.EMPLOYEE);
        join(name, manager, FULL_TIME, 1);
        awaitPots(person);
        return person;
    }

    Person manager(String name) {
        join(name, null, FULL_TIME, 1);
        Person manager = new Person(name, organisation, Role.EMPLOYEE, Role.MANAGER);
        awaitPots(manager);
        return manager;
    }

    Person hr(String name) {
        join(name, null, FULL_TIME, 1);
        Person hr = new Person(name, organisation, Role.EMPLOYEE, Role.HR);
        awaitPots(hr);
        return hr;
    }

    void join(String person, String manager, int minutesPerWeek, long sequence) {
        events.publish(
                organisation,
                person,
                sequence,
                new PersonJoined(
                        person,
                        null,
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        minutesPerWeek,
                        List.of(Weekday.MON),
                        "nl",
                        "Europe/Amsterdam",
                        LONG_AGO,
                        null,
                        null,
                        null,
                        LONG_AGO));
    }

    void move(String person, String manager, long sequence) {
        change(person, manager, sequence, PersonField.MANAGER);
    }

    void comeBack(String person, String manager, long sequence) {
        change(person, manager, sequence, PersonField.RETURNED);
    }

    void leave(String person, String manager, long sequence) {
        events.publish(organisation, person, sequence, new PersonLeft(person, null, manager, LocalDate.parse(TODAY)));
    }

    /** A quarter goes by in which nothing was used, whatever day it is: the pots are as they were a year ago. */
    void quarterPasses(String person) {
        Key key = Key.of(new Organisation(organisation), "ba-" + person);
        RunningService.SHARED
                .accounts()
                .handle(
                        key,
                        MessageContext.system("test"),
                        found -> found.map(now -> Decision.accept(new BudgetAccount(
                                        now.id(),
                                        now.employee(),
                                        false,
                                        now.pots().stream()
                                                .map(Roster::aYearLonger)
                                                .toList(),
                                        now.ledger(),
                                        now.requests(),
                                        now.lastReportedQuarter().minusYears(1))))
                                .orElseThrow());
        RunningService.SHARED.bean(QuarterEndSweep.class).run();
    }

    private static Pot aYearLonger(Pot pot) {
        return new Pot(
                pot.id(),
                pot.fundingSource(),
                pot.validFrom().minusYears(1),
                pot.validUntil(),
                pot.autoApproveUpTo(),
                pot.balance());
    }

    /** What was published about somebody, of one kind, in order. */
    List<JsonNode> facts(String person, String kind) {
        return events.about(organisation, person).stream()
                .filter(event -> event.type().equals("nl.klimrek.learning-budgets." + kind + ".v1"))
                .map(Events.Published::json)
                .toList();
    }

    private void change(String person, String manager, long sequence, PersonField field) {
        events.publish(
                organisation,
                person,
                sequence,
                new PersonChanged(
                        person,
                        null,
                        manager,
                        null,
                        ContractKind.PERMANENT,
                        FULL_TIME,
                        List.of(Weekday.MON),
                        "nl",
                        "Europe/Amsterdam",
                        LONG_AGO,
                        null,
                        null,
                        null,
                        LocalDate.parse(TODAY),
                        List.of(field)));
    }

    static void awaitPots(Person person) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(person.get("/mine").body().path("pots")).isNotEmpty());
    }
}
