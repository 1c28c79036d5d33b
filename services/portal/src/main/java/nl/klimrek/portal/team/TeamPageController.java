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
    private static final int MAX_QUERY_LENGTH = 100;
    private final TeamClient client;
    private final TeamPageFactory pages;
    private final ReaderFactory readers;

    TeamPageController(TeamClient client, TeamPageFactory pages, ReaderFactory readers) {
        this.client = client;
        this.pages = pages;
        this.readers = readers;
    }

    @GetMapping("/team")
    String team(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "all") String show,
            Viewer viewer,
            Model model) {
        String query = q.length() > MAX_QUERY_LENGTH ? q.substring(0, MAX_QUERY_LENGTH) : q;
        String view = "attention".equals(show) || "none".equals(show) ? show : "all";
        model.addAttribute("page", pages.of(readers.of(viewer), client.team(viewer), query, view));
        return "team/team";
    }
}
