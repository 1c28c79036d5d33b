package nl.klimrek.servicekit.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.klimrek.eventing.Organisation;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The caller of a request, from a verified token. Controllers take it as an argument.
 *
 * @param person person id, or the client's id when a system calls
 * @param organisation the only organisation this caller can reach
 * @param roles never a right by themselves over another person's content
 */
public record Caller(String person, Organisation organisation, Set<Role> roles) {
    public Caller {
        if (person == null || person.isBlank() || person.indexOf('/') >= 0) {
            throw new IllegalArgumentException("A caller has a person id without a slash");
        }
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** As events name the one who acted: the person id, or {@code system:<client>}. */
    public String actor() {
        return is(Role.HR_SYSTEM) ? "system:" + person : person;
    }

    /** The caller of the request that this thread serves. @throws IllegalStateException outside an authenticated request */
    public static Caller current() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return of(token.getToken());
        }
        throw new IllegalStateException("No verified token on this request");
    }

    /** Claims {@code sub}, {@code org}, {@code roles}. Roles this version does not know give no right and are left out. */
    static Caller of(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> claimed = token.getClaimAsStringList("roles");
        for (Role role : Role.values()) {
            if (claimed != null && claimed.contains(role.name())) {
                roles.add(role);
            }
        }
        return new Caller(token.getSubject(), new Organisation(token.getClaimAsString("org")), roles);
    }
}
