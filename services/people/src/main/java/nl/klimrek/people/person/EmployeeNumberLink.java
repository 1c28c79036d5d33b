package nl.klimrek.people.person;

import org.jspecify.annotations.Nullable;

/**
 * The link between an employee number and a random person id. It is kept nowhere else.
 *
 * @param source HR system
 * @param number employee number in that system
 * @param person random person id
 * @param introducedBy place of the record that led to the id; null if no topic has it
 */
public record EmployeeNumberLink(
        String source,
        String number,
        String person,
        @Nullable String introducedBy) {}
