package nl.klimrek.identity.people;

import java.util.Set;

/**
 * Whom a token speaks for.
 *
 * @param id       the person id that the people service gave, a stable id for who is not in a roster, or
 *                 the name of a system
 * @param fullName empty when unknown
 */
public record Subject(String id, String organisation, Set<Role> roles, Language language, String fullName) {

    public Subject {
        roles = Set.copyOf(roles);
    }
}
