package nl.klimrek.identity.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.identity.people.Account;
import nl.klimrek.identity.people.Accounts;
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
    private final AccountSessions sessions;
    private final LoginAttempts attempts;
    private final Function<Account, String> passwords;

    PasswordLogin(
            Accounts accounts, AccountSessions sessions, LoginAttempts attempts, Function<Account, String> passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        Optional<Account> found = accounts.typed(typed.getName());
        String name = found.map(a -> a.name().toString())
                .orElse(typed.getName().strip().toLowerCase(Locale.ROOT));
        Duration wait = attempts.begin(name);
        if (!wait.isZero()) {
            throw new LoginRefused(LoginRefused.Why.CLOSED, wait);
        }
        Account account = found.filter(a -> same(passwords.apply(a), String.valueOf(typed.getCredentials())))
                .orElseThrow(() -> new LoginRefused(LoginRefused.Why.WRONG));
        attempts.succeeded(name);
        return sessions.open(account);
    }

    /** Takes equally long wherever the two differ. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
