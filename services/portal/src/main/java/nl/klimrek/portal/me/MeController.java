package nl.klimrek.portal.me;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import nl.klimrek.portal.reader.FormKey;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The employee's page, and two first steps anyone may take without asking: a conversation, and a plan. */
@PageController
class MeController {
    private static final List<String> ASKED_FOR = List.of("CHECK_IN", "DEVELOPMENT", "CAREER");

    private final MePages pages;
    private final Services services;
    private final Readers readers;

    MeController(MePages pages, Services services, Readers readers) {
        this.pages = pages;
        this.services = services;
        this.readers = readers;
    }

    @GetMapping("/me")
    String me(Viewer viewer, Model model) {
        model.addAttribute("page", pages.of(readers.of(viewer)));
        model.addAttribute("types", ASKED_FOR);
        return "pages/me";
    }

    @PostMapping("/me/conversations")
    String ask(@RequestParam String type, @RequestParam String key, Viewer viewer, RedirectAttributes told) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("type", type);
        Section<JsonNode> asked = services.post(viewer, Service.CONVERSATIONS, "/api/conversations", body, new FormKey(key, null),
                JsonNode.class);
        return asked.fine() ? "redirect:/conversations/" + asked.value().path("id").asText() : back(asked, told);
    }

    @PostMapping("/me/plan")
    String start(@RequestParam String key, Viewer viewer, RedirectAttributes told) {
        return back(services.post(viewer, Service.POP_FORMS, "/api/pop-forms", null, new FormKey(key, null), JsonNode.class), told);
    }

    private static String back(Section<JsonNode> done, RedirectAttributes told) {
        told.addFlashAttribute(done.fine() ? "done" : "trouble", done.fine() ? new nl.klimrek.portal.form.Done("Gelukt.", null, null) : done.trouble());
        return "redirect:/me";
    }
}
