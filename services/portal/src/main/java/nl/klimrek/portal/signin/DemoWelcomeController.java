package nl.klimrek.portal.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import nl.klimrek.portal.PortalSettings;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Lets a visitor with the link from {@code infra/up} choose one of the demo's people. Without the configured key the
 * page does not exist.
 */
@Controller
class DemoWelcomeController {
    static final List<String> PEOPLE = List.of("anna", "bram", "hr", "coach", "auditor");
    private final byte[] key;

    DemoWelcomeController(PortalSettings settings) {
        this.key = settings.welcomeSecret().getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping("/welcome")
    String choose(@RequestParam(name = "key", defaultValue = "") String given, Locale language, Model model)
            throws NoResourceFoundException {
        if (key.length == 0 || !MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8))) {
            throw new NoResourceFoundException(HttpMethod.GET, "welcome");
        }
        model.addAttribute("key", given);
        model.addAttribute("people", PEOPLE);
        model.addAttribute("language", "nl".equals(language.getLanguage()) ? "nl" : "en");
        return "signin/welcome";
    }
}
