package nl.klimrek.portal.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.portal.PortalSettings;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows the issuer's pages under {@code /identity} and the demo's mailbox under {@code /mail}, for the signed-in person's
 * organisation. Answers 404 when the server has no configured address, 503 when it does not respond.
 */
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
        forward("identity", settings.identity(), request, response, Map.of());
    }

    @RequestMapping({"/mail", "/mail/**"})
    void mailbox(HttpServletRequest request, HttpServletResponse response, Authentication reader) throws IOException {
        forward(
                "mailbox",
                settings.mailbox(),
                request,
                response,
                Map.of("X-Klimrek-Organisation", organisation(reader), "Authorization", ""));
    }

    /** The organisation of the signed-in person, from the session or the token. */
    private static String organisation(Authentication reader) {
        Object principal = reader.getPrincipal();
        String organisation = principal instanceof ClaimAccessor claims ? claims.getClaimAsString("org") : null;
        return new Organisation(Objects.requireNonNullElse(organisation, "")).value();
    }

    private void forward(
            String name, URI server, HttpServletRequest request, HttpServletResponse response, Map<String, String> own)
            throws IOException {
        if (server == null) {
            throw new RequestRefusedException(HttpStatus.NOT_FOUND, "not-found");
        }
        try {
            proxy.forward(name, server, request, response, own);
        } catch (NoResponseException noResponse) {
            throw new RequestRefusedException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        }
    }
}
