package nl.klimrek.portal.me;

import nl.klimrek.portal.reader.Frame;
import nl.klimrek.portal.reader.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody to the first page that is theirs. */
@Controller
class HomeController {
    @GetMapping("/")
    String home(Viewer viewer) {
        return Frame.of(viewer, "/").places().stream().findFirst().map(place -> "redirect:" + place.path()).orElse("redirect:/me");
    }
}
