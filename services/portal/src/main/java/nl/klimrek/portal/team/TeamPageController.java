package nl.klimrek.portal.team;

import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The manager's first page. */
@PageController
class TeamPageController {
    private static final int LONGEST_QUERY = 100;
    private final TeamClient reading;
    private final TeamPageFactory pages;
    private final ReaderFactory readers;

    TeamPageController(TeamClient reading, TeamPageFactory pages, ReaderFactory readers) {
        this.reading = reading;
        this.pages = pages;
        this.readers = readers;
    }

    @GetMapping("/team")
    String team(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String show,
            Viewer viewer,
            Model model) {
        String query = q.length() > LONGEST_QUERY ? q.substring(0, LONGEST_QUERY) : q;
        String view = "attention".equals(show) || "none".equals(show) ? show : "all";
        model.addAttribute("page", pages.of(readers.of(viewer), reading.team(viewer), query, view));
        return "team/team";
    }
}
