package nl.klimrek.identity.tokens;

import java.util.Map;
import java.util.Set;
import nl.klimrek.identity.Language;
import nl.klimrek.identity.SecretStore;
import nl.klimrek.identity.TokenRole;
import nl.klimrek.identity.login.LoginPrincipal;
import nl.klimrek.identity.people.AccountRegistry;
import nl.klimrek.identity.people.Identification;
import nl.klimrek.identity.people.Identification.DirectoryUnread;
import nl.klimrek.identity.people.Identification.Identified;
import nl.klimrek.identity.people.Identification.NotListedYet;
import nl.klimrek.identity.people.LoginAccount;
import nl.klimrek.identity.people.SubjectResolver;
import nl.klimrek.identity.people.TokenSubject;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Resolves the subject of a new token; refuses with an OAuth error that says what to do. */
final class TokenSubjectResolver {

    private final AccountRegistry accounts;
    private final SubjectResolver subjects;

    TokenSubjectResolver(AccountRegistry accounts, SubjectResolver subjects) {
        this.accounts = accounts;
        this.subjects = subjects;
    }

    /** The logged-in user with current directory data. */
    TokenSubject of(LoginPrincipal signedIn) {
        LoginAccount account = accounts.in(signedIn.organisation(), signedIn.login())
                .orElseThrow(() -> refusal(OAuth2ErrorCodes.INVALID_GRANT, "This account no longer exists."));
        return identified(subjects.of(account), OAuth2ErrorCodes.INVALID_GRANT, signedIn.organisation());
    }

    /** The person named by the parameters {@code person} and, optionally, {@code organisation}. */
    TokenSubject of(Map<String, Object> asked) {
        if (!(asked.get("person") instanceof String person) || person.isBlank()) {
            throw refusal(OAuth2ErrorCodes.INVALID_REQUEST, "The parameter person is missing.");
        }
        String organisation = asked.get("organisation") instanceof String named ? named : accounts.home();
        if (!accounts.serves(organisation)) {
            throw refusal(OAuth2ErrorCodes.INVALID_REQUEST, "Unknown organisation.");
        }
        return identified(subjects.named(organisation, person), OAuth2ErrorCodes.INVALID_REQUEST, organisation);
    }

    /** The subject of an HR system is the client's name; services record it as {@code system:hr-system}. */
    TokenSubject hrSystem(String organisation) {
        return new TokenSubject(SecretStore.HR_SYSTEM, organisation, Set.of(TokenRole.HR_SYSTEM), Language.EN, "");
    }

    private static TokenSubject identified(Identification who, String code, String organisation) {
        if (who instanceof Identified known) {
            return known.subject();
        } else if (who instanceof DirectoryUnread) {
            throw refusal(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, "The platform is starting; retry in a moment.");
        } else if (who instanceof NotListedYet) {
            throw refusal(
                    code,
                    "HR has not sent this person's record in organisation " + organisation + " yet; retry later.");
        }
        throw refusal(code, "Unknown person in organisation " + organisation + ".");
    }

    private static OAuth2AuthenticationException refusal(String code, String description) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, description, null));
    }
}
