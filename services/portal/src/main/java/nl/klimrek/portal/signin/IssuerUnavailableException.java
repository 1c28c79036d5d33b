package nl.klimrek.portal.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtException;

/** The organisation's issuer, or the people service that knows its sign-ins, gives no answer now. */
public final class IssuerUnavailableException extends JwtException {
    private static final long serialVersionUID = 1L;

    IssuerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
