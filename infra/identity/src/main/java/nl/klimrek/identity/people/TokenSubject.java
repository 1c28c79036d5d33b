package nl.klimrek.identity.people;

import java.util.Set;

/**
 * Whom a token speaks for.
 *
 * @param id       the person id that the people service gave, a stable id for who is not in a roster, or
 *                 the name of a system
 * @param fullName empty when unknown
 */
public record TokenSubject(String id, String organisation, Set<TokenRole> roles, Language language, String fullName) {

    public TokenSubject {
        roles = Set.copyOf(roles);
    }
}
