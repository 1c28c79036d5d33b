package nl.klimrek.identity.people;

import java.util.Optional;
import java.util.Set;

/**
 * Someone who may log in.
 *
 * @param email    where the directory knows this person by, when it does
 * @param external may log in without being in the roster: a coach or auditor from elsewhere
 */
public record LoginAccount(
        AccountName name, Optional<String> email, Set<TokenRole> roles, Language language, boolean external) {

    /** @throws IllegalArgumentException without a role, or when nothing could ever say who this is */
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
