package nl.klimrek.portal.proxy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /identity}, and {@code /mail} for the organisation of whoever signed in: 404 where nobody said where they are, 503 while they do not answer. */
@Controller
class ProxyController {
    private final ReverseProxy proxy;
    private final PortalSettings settings;

    ProxyController(ReverseProxy proxy, PortalSettings settings) {
        this.proxy = proxy;
        this.settings = settings;
    }

    @RequestMapping("/identity/**")
    void identity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pass(settings.identity(), request, response, Map.of());
    }

    @RequestMapping({"/mail", "/mail/**"})
    void mailbox(HttpServletRequest request, HttpServletResponse response, Authentication reader) throws IOException {
        pass(
                settings.mailbox(),
                request,
                response,
                Map.of("X-Klimrek-Organisation", organisation(reader), "Authorization", ""));
    }

    /** Of whoever signed in, by a session or a token. */
    private static String organisation(Authentication reader) {
        Object principal = reader.getPrincipal();
        String organisation = principal instanceof ClaimAccessor claims ? claims.getClaimAsString("org") : null;
        return new Organisation(organisation).value();
    }

    private void pass(URI server, HttpServletRequest request, HttpServletResponse response, Map<String, String> said)
            throws IOException {
        if (server == null) {
            throw new RequestRefusedException(HttpStatus.NOT_FOUND, "not-found");
        }
        try {
            proxy.pass(server, request, response, said);
        } catch (ConnectException | HttpTimeoutException away) {
            throw new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        }
    }
}
