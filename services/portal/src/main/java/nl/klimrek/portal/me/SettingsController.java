package nl.klimrek.portal.me;

import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The reader's own settings. Asks no service: the language is the browser's, the rest is where it belongs. */
@PageController
class SettingsController {
    private final ReaderFactory readers;

    SettingsController(ReaderFactory readers) {
        this.readers = readers;
    }

    @GetMapping("/settings")
    String settings(Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        model.addAttribute("name", viewer.name().isBlank() ? reader.name(viewer.person()) : viewer.name());
        model.addAttribute("zone", reader.zone().getId().replace('_', ' '));
        model.addAttribute("talks", viewer.is("EMPLOYEE") || viewer.is("MANAGER") || viewer.is("COACH"));
        model.addAttribute("plan", viewer.is("EMPLOYEE"));
        model.addAttribute(
                "journal", viewer.is("EMPLOYEE") || viewer.is("MANAGER") || viewer.is("HR") || viewer.is("AUDITOR"));
        return "me/settings";
    }
}
