package nl.klimrek.conversations.projection;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import nl.klimrek.contracts.people.PersonChanged;
import nl.klimrek.contracts.people.PersonField;
import nl.klimrek.contracts.people.PersonJoined;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.servicekit.people.PeopleProjection;
import nl.klimrek.servicekit.people.PersonProfile;
import org.springframework.stereotype.Component;

/**
 * What is known about people at the moment it is asked: who is employed, who manages whom, and what day it is for a
 * person.
 */
@Component
public class CurrentRoster {

    /** The zone of a person whose zone HR did not give. */
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Amsterdam");

    private final PeopleProjection people;
    private final Clock clock;

    public CurrentRoster(PeopleProjection people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** The present moment. */
    public Instant now() {
        return clock.instant();
    }

    /** The day it is now where this person is. */
    public LocalDate today(Organisation organisation, String person) {
        return LocalDate.ofInstant(now(), zone(people.person(organisation, person)));
    }

    /** The day it was at a moment where this person is. */
    public LocalDate dayOf(Organisation organisation, String person, Instant moment) {
        return LocalDate.ofInstant(moment, zone(people.person(organisation, person)));
    }

    /** The zone this person is in. */
    public ZoneId zoneOf(Organisation organisation, String person) {
        return zone(people.person(organisation, person));
    }

    /** The day it was at a moment where this person is. */
    public static LocalDate dayOf(PersonProfile person, Instant moment) {
        return LocalDate.ofInstant(moment, zone(Optional.of(person)));
    }

    /** The zone this person's days and hours are in. */
    public static ZoneId zoneOf(PersonProfile person) {
        return zone(Optional.of(person));
    }

    /** A person who is employed now. */
    public Optional<PersonProfile> employed(Organisation organisation, String person) {
        return people.person(organisation, person).filter(known -> !known.left());
    }

    /** The present manager of a person, where both are employed. */
    public Optional<String> managerOf(Organisation organisation, String person) {
        return employed(organisation, person).flatMap(employee -> managerOf(organisation, employee));
    }

    /** The present manager of somebody who is employed, where the manager is too. */
    public Optional<String> managerOf(Organisation organisation, PersonProfile employee) {
        return Optional.ofNullable(employee.manager())
                .filter(manager -> employed(organisation, manager).isPresent());
    }

    /** Whether the first is the present manager of the second. */
    public boolean manages(Organisation organisation, String manager, String person) {
        return people.manages(organisation, manager, person);
    }

    /** Person ids of the manager's current reports. */
    public Set<String> reportsOf(Organisation organisation, String manager) {
        return people.reportsOf(organisation, manager).stream()
                .map(PersonProfile::person)
                .collect(Collectors.toSet());
    }

    /** Whether the manager of a person is named but not known yet as employed, so an event about the manager is still to come. */
    public boolean awaitsManager(Organisation organisation, String person) {
        return employed(organisation, person)
                .map(PersonProfile::manager)
                .filter(manager -> employed(organisation, manager).isEmpty())
                .isPresent();
    }

    /**
     * Calls the handler for each report of somebody who is heard of for the first time, or again as employed. Facts about two
     * people come in no order, so the fact that names a manager may be heard before the one that tells who that is; whatever
     * finds no manager in between goes on here. A report whose fact comes later finds the manager itself. To be registered
     * after what takes in the facts; the handler must bear being called again.
     */
    public EventHandlers onManagerHeard(EventHandlers handlers, BiConsumer<PersonProfile, EventMeta> goOn) {
        return handlers.on(PersonJoined.class, (joined, event) -> eachReport(joined.person(), event, goOn))
                .on(PersonChanged.class, (change, event) -> {
                    if (change.changed().contains(PersonField.RETURNED)) {
                        eachReport(change.person(), event, goOn);
                    }
                });
    }

    private void eachReport(String manager, EventMeta event, BiConsumer<PersonProfile, EventMeta> goOn) {
        people.reportsOf(event.organisation(), manager).stream()
                // Their own event comes later in this poll and finds the manager itself.
                .filter(report -> !people.isAhead(event.organisation(), report.person()))
                .forEach(report -> goOn.accept(report, event));
    }

    /** What is known of a person, also of one who left. */
    public Optional<PersonProfile> find(Organisation organisation, String person) {
        return people.person(organisation, person);
    }

    /** What is known of these people, also of those who left, by person id. */
    public Map<String, PersonProfile> findAll(Organisation organisation, Collection<String> persons) {
        return people.people(organisation, persons);
    }

    private static ZoneId zone(Optional<PersonProfile> person) {
        try {
            return person.map(PersonProfile::timeZone).map(ZoneId::of).orElse(DEFAULT_ZONE);
        } catch (DateTimeException unknown) {
            return DEFAULT_ZONE;
        }
    }
}
