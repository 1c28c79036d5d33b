package nl.klimrek.identity.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.identity.people.Account;
import nl.klimrek.identity.people.Accounts;
import nl.klimrek.identity.people.Identification.DirectoryUnread;
import nl.klimrek.identity.people.Identification.Identified;
import nl.klimrek.identity.people.Identification;
import nl.klimrek.identity.people.Subjects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Checks name and password. An unknown name and a wrong password give the same answer and count the same.
 *
 * <p>Passwords are random, made by the platform and kept in its secrets folder, so they are compared as they are; a
 * slow hash would protect nothing that lies beside it in clear.
 */
final class PasswordLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final Subjects subjects;
    private final LoginAttempts attempts;
    private final Function<Account, String> passwords;

    PasswordLogin(Accounts accounts, Subjects subjects, LoginAttempts attempts, Function<Account, String> passwords) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.attempts = attempts;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        Optional<Account> found = accounts.typed(typed.getName());
        String name = found.map(a -> a.name().toString()).orElse(typed.getName().strip().toLowerCase(Locale.ROOT));
        Duration wait = attempts.begin(name);
        if (!wait.isZero()) {
            throw new LoginRefused(LoginRefused.Why.CLOSED, wait);
        }
        Account account = found.filter(a -> same(passwords.apply(a), String.valueOf(typed.getCredentials())))
                .orElseThrow(() -> new LoginRefused(LoginRefused.Why.WRONG));
        attempts.succeeded(name);
        return signIn(account);
    }

    private Authentication signIn(Account account) {
        Identification who = subjects.of(account);
        if (who instanceof Identified identified) {
            SignedIn principal = SignedIn.as(identified.subject().id(), account);
            return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
        }
        throw new LoginRefused(
                who instanceof DirectoryUnread ? LoginRefused.Why.STARTING : LoginRefused.Why.UNLISTED);
    }

    /** Takes equally long wherever the two differ. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
                given.strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
