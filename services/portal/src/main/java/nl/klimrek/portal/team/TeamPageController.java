package nl.klimrek.portal.team;

import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.reader.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The manager's page. */
@PageController
class TeamPageController {
    private final TeamPages pages;
    private final Readers readers;

    TeamPageController(TeamPages pages, Readers readers) {
        this.pages = pages;
        this.readers = readers;
    }

    @GetMapping("/team")
    String team(Viewer viewer, Model model) {
        model.addAttribute("page", pages.of(readers.of(viewer)));
        return "pages/team";
    }
}
