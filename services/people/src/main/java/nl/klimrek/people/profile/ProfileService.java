package nl.klimrek.people.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.directory.DirectoryService;
import nl.klimrek.people.person.Person;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;

/** Builds the views of people, with the names of their managers. */
final class ProfileService {

    static final int MAX_PEOPLE_READ = 2_000;
    private static final int PEOPLE_PER_READ = 200;
    private final AggregateStore<Person> people;
    private final DirectoryService directory;
    private final PersonViewMapper views;

    ProfileService(AggregateStore<Person> people, DirectoryService directory, PersonViewMapper views) {
        this.people = people;
        this.directory = directory;
        this.views = views;
    }

    /** A page of these people. {@code ids} has one more than fits when there is a next page. */
    Page<PersonView> page(Organisation organisation, List<String> ids, ListRequest asked) {
        List<String> shown = ids.subList(0, Math.min(ids.size(), asked.limit()));
        List<Person> found = people
                .findAll(shown.stream().map(id -> Key.of(organisation, id)).toList())
                .stream()
                .map(Versioned::state)
                .sorted((one, other) -> one.person().compareTo(other.person()))
                .toList();
        return new Page<>(show(organisation, found), ids.size() > shown.size() ? shown.get(shown.size() - 1) : null);
    }

    /**
     * A page of the people that a search finds. It reads at most {@value #MAX_PEOPLE_READ} people, so a page may hold fewer
     * than fit, or none, and still say where the search goes on.
     */
    Page<PersonView> search(Organisation organisation, PersonSearch search, Ids ids, ListRequest asked) {
        List<PersonView> found = new ArrayList<>();
        String after = asked.after();
        for (int walked = 0; walked < MAX_PEOPLE_READ; walked += PEOPLE_PER_READ) {
            List<String> part = ids.after(after, PEOPLE_PER_READ + 1);
            for (PersonView person : page(
                            organisation,
                            part.subList(0, Math.min(part.size(), PEOPLE_PER_READ)),
                            new ListRequest(null, PEOPLE_PER_READ))
                    .items()) {
                if (search.finds(person)) {
                    found.add(person);
                    if (found.size() == asked.limit()) {
                        return new Page<>(found, person.person());
                    }
                }
            }
            if (part.size() <= PEOPLE_PER_READ) {
                return new Page<>(found, null);
            }
            after = part.get(PEOPLE_PER_READ - 1);
        }
        return new Page<>(found, after);
    }

    /** Reads ids of people in order. */
    interface Ids {
        List<String> after(@Nullable String after, int most);
    }

    List<PersonView> show(Organisation organisation, List<Person> found) {
        Map<String, String> names = directory.names(
                organisation,
                found.stream().map(person -> person.reporting().manager()).toList());
        return found.stream()
                .map(person -> views.view(person, names.get(person.reporting().manager())))
                .toList();
    }

    PersonView show(Organisation organisation, Person person) {
        return show(organisation, List.of(person)).get(0);
    }
}
