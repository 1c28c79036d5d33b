package nl.klimrek.portal.frame;

import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Viewer;
import org.springframework.web.bind.annotation.GetMapping;

/** The address without a path leads everybody to the page that is theirs. */
@PageController
class HomeController {

    @GetMapping("/")
    String home(Viewer viewer) {
        if (viewer.is("EMPLOYEE") || viewer.is("MANAGER")) {
            return "redirect:/me";
        }
        if (viewer.is("HR")) {
            return "redirect:/hr";
        }
        return viewer.is("COACH") ? "redirect:/coach" : viewer.is("AUDITOR") ? "redirect:/journal" : "redirect:/me";
    }
}
