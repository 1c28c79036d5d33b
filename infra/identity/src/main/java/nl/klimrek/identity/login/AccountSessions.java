package nl.klimrek.identity.login;

import java.util.List;
import nl.klimrek.identity.people.Account;
import nl.klimrek.identity.people.Identification;
import nl.klimrek.identity.people.Identification.DirectoryUnread;
import nl.klimrek.identity.people.Identification.Identified;
import nl.klimrek.identity.people.Subjects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Makes the session of an account whose holder has proved to be allowed to use it. */
final class AccountSessions {

    private final Subjects subjects;

    AccountSessions(Subjects subjects) {
        this.subjects = subjects;
    }

    /** @throws LoginRefused when nobody knows yet which person the account belongs to */
    Authentication open(Account account) {
        Identification who = subjects.of(account);
        if (who instanceof Identified identified) {
            SignedIn principal = SignedIn.as(identified.subject().id(), account);
            return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
        }
        throw new LoginRefused(who instanceof DirectoryUnread ? LoginRefused.Why.STARTING : LoginRefused.Why.UNLISTED);
    }
}
