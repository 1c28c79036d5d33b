package nl.klimrek.identity.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import nl.klimrek.identity.people.AccountRegistry;
import nl.klimrek.identity.people.LoginAccount;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Checks name and password. An unknown name and a wrong password are treated alike.
 *
 * <p>Passwords are random and stored in the secrets folder, so they are compared directly; hashing would protect
 * nothing.
 */
final class PasswordAuthenticationProvider implements AuthenticationProvider {

    private final AccountRegistry accounts;
    private final SessionOpener sessions;
    private final AccountThrottle attempts;
    private final Function<LoginAccount, String> passwords;

    PasswordAuthenticationProvider(
            AccountRegistry accounts,
            SessionOpener sessions,
            AccountThrottle attempts,
            Function<LoginAccount, String> passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.attempts = attempts;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        Optional<LoginAccount> found = accounts.typed(typed.getName());
        String name = found.map(a -> a.name().toString())
                .orElse(typed.getName().strip().toLowerCase(Locale.ROOT));
        Duration wait = attempts.begin(name);
        if (!wait.isZero()) {
            throw new LoginRefusedException(LoginRefusedException.Why.CLOSED, wait);
        }
        LoginAccount account = found.filter(a -> same(passwords.apply(a), String.valueOf(typed.getCredentials())))
                .orElseThrow(() -> new LoginRefusedException(LoginRefusedException.Why.WRONG));
        attempts.succeeded(name);
        return sessions.open(account);
    }

    /** Compares in constant time. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
