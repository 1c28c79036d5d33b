package nl.klimrek.identity.login;

import java.util.Locale;
import nl.klimrek.identity.IdentityProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page, in Dutch or English, with an explanation of a refused login. */
@Controller
class LoginController {

    private final String portal;

    LoginController(IdentityProperties properties) {
        this.portal = properties.portalUrl();
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) LoginRefusedException.Why refused,
            @RequestParam(defaultValue = "0") int wait,
            Locale locale,
            Model model) {
        model.addAttribute("language", "nl".equals(locale.getLanguage()) ? "nl" : "en");
        model.addAttribute("minutes", Math.max(1, Math.min(60, (wait + 59) / 60)));
        if (refused != null) {
            model.addAttribute("refused", "login.refused." + refused.name().toLowerCase(Locale.ROOT));
        }
        return "login";
    }

    @GetMapping("/")
    String home() {
        return "redirect:" + portal;
    }
}
