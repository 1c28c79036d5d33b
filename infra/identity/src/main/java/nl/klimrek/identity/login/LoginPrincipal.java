package nl.klimrek.identity.login;

import java.io.Serializable;
import nl.klimrek.identity.people.LoginAccount;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is logged in. Its name is the subject's id at login; tokens look the person up again, so that they tell what is
 * true when they are made.
 */
public record LoginPrincipal(String id, String organisation, String login)
        implements AuthenticatedPrincipal, Serializable {

    static LoginPrincipal as(String id, LoginAccount account) {
        return new LoginPrincipal(
                id, account.name().organisation(), account.name().login());
    }

    @Override
    public String getName() {
        return id;
    }
}
