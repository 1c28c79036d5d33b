package nl.klimrek.people.lists;

import java.util.Set;

/**
 * One part of a list.
 *
 * @param people person ids
 */
public record PersonList(Set<String> people) {

    /** Field of the stored document that holds the ids. */
    static final String PEOPLE = "state.people";

    public PersonList {
        people = people == null ? Set.of() : Set.copyOf(people);
    }
}
