package nl.klimrek.identity.login;

import java.io.Serializable;
import nl.klimrek.identity.people.Account;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is logged in. Its name is the subject's id at login; tokens look the person up again, so that they tell what is
 * true when they are made.
 */
public record SignedIn(String id, String organisation, String login) implements AuthenticatedPrincipal, Serializable {

    static SignedIn as(String id, Account account) {
        return new SignedIn(id, account.name().organisation(), account.name().login());
    }

    @Override
    public String getName() {
        return id;
    }
}
