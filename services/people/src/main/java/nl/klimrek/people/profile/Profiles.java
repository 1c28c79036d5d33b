package nl.klimrek.people.profile;

import java.util.List;
import java.util.Map;

import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.people.directory.Directory;
import nl.klimrek.people.person.Person;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;

/** Shows people with the names of their managers. */
final class Profiles {

    private final AggregateStore<Person> people;
    private final Directory directory;
    private final PersonViews views;

    Profiles(AggregateStore<Person> people, Directory directory, PersonViews views) {
        this.people = people;
        this.directory = directory;
        this.views = views;
    }

    /** A page of those people; {@code ids} are one more than fit when there is a next page. */
    Page<PersonView> page(Organisation organisation, List<String> ids, ListRequest asked) {
        List<String> shown = ids.subList(0, Math.min(ids.size(), asked.limit()));
        List<Person> found = people.findAll(shown.stream().map(id -> Key.of(organisation, id)).toList()).stream()
                .map(Versioned::state).sorted((one, other) -> one.person().compareTo(other.person())).toList();
        return new Page<>(show(organisation, found), ids.size() > shown.size() ? shown.get(shown.size() - 1) : null);
    }

    List<PersonView> show(Organisation organisation, List<Person> found) {
        Map<String, String> names = directory.names(organisation,
                found.stream().map(person -> person.reporting().manager()).toList());
        return found.stream().map(person -> views.view(person, names.get(person.reporting().manager()))).toList();
    }

    PersonView show(Organisation organisation, Person person) {
        return show(organisation, List.of(person)).get(0);
    }
}
