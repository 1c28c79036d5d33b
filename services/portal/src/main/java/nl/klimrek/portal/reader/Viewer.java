package nl.klimrek.portal.reader;

import java.util.Locale;
import java.util.Set;
import nl.klimrek.eventing.Organisation;

/**
 * The signed-in person of a page, from the session.
 *
 * @param person       person id
 * @param organisation the only organisation they can reach
 * @param name         as the issuer gave it; may be empty
 * @param roles        as the issuer gave them; they decide what is offered, the services decide what is answered
 * @param token        access token, good at this moment
 * @param language     of the page
 */
public record Viewer(
        String person, Organisation organisation, String name, Set<String> roles, String token, Locale language) {
    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    @Override
    public String toString() {
        return "Viewer[" + organisation + "]";
    }
}
