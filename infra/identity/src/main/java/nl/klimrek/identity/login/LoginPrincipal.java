package nl.klimrek.identity.login;

import java.io.Serializable;
import nl.klimrek.identity.people.LoginAccount;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The logged-in user; the name is the subject's id at login. Each token resolves the person again and so has current
 * data.
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
