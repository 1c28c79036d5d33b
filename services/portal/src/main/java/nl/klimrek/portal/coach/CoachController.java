package nl.klimrek.portal.coach;

import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A coach's start page. */
@PageController
class CoachController {
    private final Services services;
    private final Readers readers;

    CoachController(Services services, Readers readers) {
        this.services = services;
        this.readers = readers;
    }

    @GetMapping("/coach")
    String coach(Viewer viewer, Model model) {
        model.addAttribute(
                "page",
                CoachPage.of(
                        readers.of(viewer),
                        services.list(
                                viewer, Service.CONVERSATIONS, "/api/conversations?limit=200", CoachPage.Talk.class)));
        model.addAttribute("coach", viewer.is("COACH"));
        return "coach/coach";
    }
}
