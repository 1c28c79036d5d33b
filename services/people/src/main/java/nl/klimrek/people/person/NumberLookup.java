package nl.klimrek.people.person;

import java.util.Optional;

/**
 * The result of looking up who has an employee number.
 *
 * @param person the person as stored; empty when unknown or not read
 * @param newcomer whether nobody has the number
 */
public record NumberLookup(Optional<Person> person, boolean newcomer) {
    /** The number was not looked up yet. */
    public static final NumberLookup NOT_READ = new NumberLookup(Optional.empty(), false);
}
