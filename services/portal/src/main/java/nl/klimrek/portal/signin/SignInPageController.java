package nl.klimrek.portal.signin;

import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Pages for people who could not sign in, and the public keys for the portal's tokens. */
@Controller
class SignInPageController {
    static final String KEYS = "/sign-in/keys";
    private final ObjectProvider<PortalSigningKey> key;

    SignInPageController(ObjectProvider<PortalSigningKey> key) {
        this.key = key;
    }

    @GetMapping("/login/unknown")
    ModelAndView unknown(Locale language) {
        return page("unknown", HttpStatus.FORBIDDEN, language);
    }

    @GetMapping("/login/away")
    ModelAndView away(Locale language) {
        return page("away", HttpStatus.SERVICE_UNAVAILABLE, language);
    }

    /** Public keys only; nothing where the portal signs no tokens. */
    @GetMapping(path = KEYS, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String keys() throws NoResourceFoundException {
        PortalSigningKey held = key.getIfAvailable();
        if (held == null) {
            throw new NoResourceFoundException(HttpMethod.GET, KEYS.substring(1));
        }
        return held.publicKeys();
    }

    private static ModelAndView page(String what, HttpStatus status, Locale language) {
        ModelAndView page = new ModelAndView(
                "signin/" + what, Map.of("language", "nl".equals(language.getLanguage()) ? "nl" : "en"));
        page.setStatus(status);
        return page;
    }
}
