package nl.klimrek.people.lists;

import java.util.Set;
import java.util.TreeSet;

/**
 * One part of a list.
 *
 * @param people person ids
 */
public record PersonList(Set<String> people) {

    public PersonList {
        people = people == null ? Set.of() : Set.copyOf(people);
    }

    PersonList with(String person) {
        Set<String> next = new TreeSet<>(people);
        next.add(person);
        return new PersonList(next);
    }

    PersonList without(String person) {
        Set<String> next = new TreeSet<>(people);
        next.remove(person);
        return new PersonList(next);
    }
}
