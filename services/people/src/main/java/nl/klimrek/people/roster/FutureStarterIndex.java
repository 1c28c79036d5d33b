package nl.klimrek.people.roster;

import java.util.ArrayList;
import java.util.List;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.person.EmploymentStatus;
import nl.klimrek.people.person.Person;
import nl.klimrek.people.readmodel.PersonListRepository;
import org.jspecify.annotations.Nullable;

/** People whose first day of employment is still to come, so that HR sees that their records arrived. */
public final class FutureStarterIndex {

    private static final String LIST = "announced";

    private final PersonListRepository lists;
    private final AggregateStore<Person> people;

    public FutureStarterIndex(PersonListRepository lists, AggregateStore<Person> people) {
        this.lists = lists;
        this.people = people;
    }

    /** Notes the person if their first day is still to come. */
    void note(Organisation organisation, Person person) {
        if (isFutureStarter(person)) {
            lists.add(organisation, LIST, person.person());
        }
    }

    /**
     * A page of future starters, by person id. Removes those who have started or were withdrawn.
     *
     * @param after the id before the first one; null for the beginning
     */
    public List<Person> page(Organisation organisation, @Nullable String after, int most) {
        List<Person> found = new ArrayList<>();
        List<String> ids = lists.page(organisation, LIST, after, most);
        while (!ids.isEmpty() && found.size() < most) {
            read(organisation, ids).stream().limit(most - (long) found.size()).forEach(found::add);
            ids = lists.page(organisation, LIST, ids.get(ids.size() - 1), most);
        }
        return found;
    }

    private List<Person> read(Organisation organisation, List<String> ids) {
        List<Person> noted = people
                .findAll(
                        ids.stream().map(person -> Key.of(organisation, person)).toList())
                .stream()
                .map(Versioned::state)
                .toList();
        noted.stream()
                .filter(person -> !isFutureStarter(person))
                .forEach(person -> lists.remove(organisation, LIST, person.person()));
        return noted.stream()
                .filter(FutureStarterIndex::isFutureStarter)
                .sorted((one, other) -> one.person().compareTo(other.person()))
                .toList();
    }

    private static boolean isFutureStarter(Person person) {
        return person.status() == EmploymentStatus.EXPECTED && person.hasRecords();
    }
}
