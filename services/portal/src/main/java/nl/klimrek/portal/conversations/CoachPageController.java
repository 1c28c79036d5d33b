package nl.klimrek.portal.conversations;

import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A coach's start page. */
@PageController
class CoachPageController {
    private final ServiceClient services;
    private final ReaderFactory readers;

    CoachPageController(ServiceClient services, ReaderFactory readers) {
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
                                viewer,
                                Upstream.CONVERSATIONS,
                                "/api/conversations?limit=200",
                                CoachPage.Conversation.class)));
        model.addAttribute("coach", viewer.is("COACH"));
        return "conversations/coach";
    }
}
