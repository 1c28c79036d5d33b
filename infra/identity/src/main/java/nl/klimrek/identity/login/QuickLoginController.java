package nl.klimrek.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import nl.klimrek.identity.IdentityProperties;
import nl.klimrek.identity.people.AccountRegistry;
import nl.klimrek.identity.people.LoginAccount;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Logs a user in as a demo person without a password, if the request has the key of the link that {@code infra/up}
 * printed. Returns the same 404 without a configured key, with a wrong key, and for an unknown account.
 */
@Controller
class QuickLoginController {

    private static final String SIGN_IN = "/oauth2/authorization/klimrek";
    /** A path of the portal, without host, scheme or backslash. */
    private static final Pattern PORTAL_PATH = Pattern.compile("/(?!/)[A-Za-z0-9/_.~?=&%-]{0,200}");

    private final IdentityProperties properties;
    private final AccountRegistry accounts;
    private final SessionOpener sessions;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    QuickLoginController(IdentityProperties properties, AccountRegistry accounts, SessionOpener sessions) {
        this.properties = properties;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @RequestMapping(
            path = "/welcome",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Void> welcome(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(name = "continue", defaultValue = SIGN_IN) String path,
            HttpServletRequest request,
            HttpServletResponse response) {
        LoginAccount account = isKey(key) ? accounts.typed(person).orElse(null) : null;
        if (account == null || !PORTAL_PATH.matcher(path).matches()) {
            return ResponseEntity.notFound().build();
        }
        try {
            signIn(account, request, response);
        } catch (LoginRefusedException refused) {
            return redirect(LoginPageUrl.refused(request, refused));
        }
        return redirect(properties.portalUrl() + path);
    }

    private void signIn(LoginAccount account, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(sessions.open(account));
        // Ends an earlier session, which also prevents session fixation.
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        contexts.saveContext(context, request, response);
    }

    private boolean isKey(String given) {
        byte[] expected = properties.welcomeSecret().getBytes(StandardCharsets.UTF_8);
        return expected.length > 0 && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Void> redirect(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
