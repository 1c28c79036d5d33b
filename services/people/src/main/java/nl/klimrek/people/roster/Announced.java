package nl.klimrek.people.roster;

import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.lists.PersonLists;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.Person;

/** People whose first day of employment is still to come, for HR to see that their announcement arrived. */
public final class Announced {

    private static final String LIST = "announced";

    private final PersonLists lists;
    private final AggregateStore<Person> people;

    public Announced(PersonLists lists, AggregateStore<Person> people) {
        this.lists = lists;
        this.people = people;
    }

    /** Notes somebody who is announced. */
    void note(Organisation organisation, Person person) {
        if (isAnnounced(person)) {
            lists.add(organisation, LIST, person.person());
        }
    }

    /** Everybody who is announced, by person id; forgets those who are not any more. */
    public List<Person> all(Organisation organisation) {
        List<Person> noted = people
                .findAll(lists.people(organisation, LIST).stream()
                        .map(person -> Key.of(organisation, person))
                        .toList())
                .stream()
                .map(Versioned::state)
                .toList();
        noted.stream()
                .filter(person -> !isAnnounced(person))
                .forEach(person -> lists.remove(organisation, LIST, person.person()));
        return noted.stream()
                .filter(Announced::isAnnounced)
                .sorted((one, other) -> one.person().compareTo(other.person()))
                .toList();
    }

    private static boolean isAnnounced(Person person) {
        return person.standing() == EmploymentStatus.EXPECTED && person.heard();
    }
}
