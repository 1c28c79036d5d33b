package nl.klimrek.portal.signin;

import java.util.Set;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.servicekit.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * A person as the organisation's issuer describes them.
 *
 * @param organisation   in Klimrek
 * @param issuer         who says so
 * @param subject        the issuer's name for them, which never changes
 * @param employeeNumber in the HR system of the settings; null when the issuer does not tell it
 * @param email          address that the issuer verified; null when there is none
 * @param name           full name; null when the issuer does not tell it
 * @param roles          Klimrek's roles for the issuer's
 */
record ForeignIdentity(
        Organisation organisation,
        String issuer,
        String subject,
        @Nullable String employeeNumber,
        @Nullable String email,
        @Nullable String name,
        Set<Role> roles) {
    ForeignIdentity {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "ForeignIdentity[" + organisation + "]";
    }
}
