package nl.klimrek.portal.signin;

import org.springframework.security.oauth2.jwt.JwtException;

/** The organisation's issuer, or the people service that knows its sign-ins, gives no answer now. */
public final class IssuerUnavailableException extends JwtException {
    private static final long serialVersionUID = 1L;

    IssuerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
