package nl.klimrek.portal.reader;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.klimrek.eventing.Organisation;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * The sign-in of an external coach by a link. It holds the session token, which only the conversations service accepts, and lives
 * in the server's session alone.
 */
public final class GuestLogin extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    /** Role of a guest; no issuer gives it. */
    public static final String ROLE = "EXTERNAL_COACH";

    private final String person;
    private final String organisation;
    private final String name;
    private final String token;

    public GuestLogin(String person, Organisation organisation, String name, String token) {
        super(List.of());
        this.person = person;
        this.organisation = organisation.value();
        this.name = name;
        this.token = token;
        setAuthenticated(true);
    }

    /** The guest as the viewer of a page. */
    public Viewer viewer(Locale language) {
        return new Viewer(person, new Organisation(organisation), name, Set.of(ROLE), token, language);
    }

    @Override
    public String getName() {
        return person;
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /** Without token and name. */
    @Override
    public String toString() {
        return "GuestLogin[" + organisation + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GuestLogin login && token.equals(login.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
