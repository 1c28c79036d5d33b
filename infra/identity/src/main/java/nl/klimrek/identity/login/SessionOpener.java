package nl.klimrek.identity.login;

import java.util.List;
import nl.klimrek.identity.people.Identification;
import nl.klimrek.identity.people.Identification.DirectoryUnread;
import nl.klimrek.identity.people.Identification.Identified;
import nl.klimrek.identity.people.LoginAccount;
import nl.klimrek.identity.people.SubjectResolver;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Opens the session of an authenticated account. */
final class SessionOpener {

    private final SubjectResolver subjects;

    SessionOpener(SubjectResolver subjects) {
        this.subjects = subjects;
    }

    /** @throws LoginRefusedException if the account's person is not known yet */
    Authentication open(LoginAccount account) {
        Identification who = subjects.of(account);
        if (who instanceof Identified identified) {
            LoginPrincipal principal = LoginPrincipal.as(identified.subject().id(), account);
            return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
        }
        throw new LoginRefusedException(
                who instanceof DirectoryUnread
                        ? LoginRefusedException.Why.STARTING
                        : LoginRefusedException.Why.UNLISTED);
    }
}
