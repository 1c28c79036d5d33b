package nl.klimrek.identity.people;

import java.util.Set;
import nl.klimrek.identity.Language;
import nl.klimrek.identity.TokenRole;

/**
 * The subject of a token.
 *
 * @param id person id, a derived stable id for an external account, or the name of a system
 * @param fullName empty if unknown
 */
public record TokenSubject(String id, String organisation, Set<TokenRole> roles, Language language, String fullName) {

    public TokenSubject {
        roles = Set.copyOf(roles);
    }
}
