package nl.klimrek.people.roster;

import java.util.Set;

/**
 * One shard of a list of people.
 *
 * @param people person ids
 */
public record PersonListShard(Set<String> people) {

    /** Field of the stored document that holds the ids. */
    static final String PEOPLE = "state.people";

    public PersonListShard {
        people = people == null ? Set.of() : Set.copyOf(people);
    }
}
