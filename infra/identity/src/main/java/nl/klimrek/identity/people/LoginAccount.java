package nl.klimrek.identity.people;

import java.util.Optional;
import java.util.Set;
import nl.klimrek.identity.Language;
import nl.klimrek.identity.TokenRole;

/**
 * An account that may log in.
 *
 * @param email address of the person in the directory, if any
 * @param external may log in without being on the roster: a coach or auditor from elsewhere
 */
public record LoginAccount(
        AccountName name, Optional<String> email, Set<TokenRole> roles, Language language, boolean external) {

    /** @throws IllegalArgumentException without a role, or with neither an address nor {@code external} */
    public LoginAccount {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("The account " + name + " has no role");
        }
        if (email.isEmpty() && !external) {
            throw new IllegalArgumentException("The account " + name + " needs an e-mail address, or to be external");
        }
    }
}
