package nl.klimrek.portal.hr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import nl.klimrek.portal.reader.FormKey;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import nl.klimrek.portal.reader.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page about what Klimrek promises: nothing lost, nothing twice, in order; for HR, and for auditors to look at. */
@PageController
@RequestMapping("/hr/guarantees")
class GuaranteesController {
    /** Why HR may discard a record; the first is what the form offers. */
    private static final List<String> REASONS = List.of("DONE_OTHERWISE", "OVERTAKEN", "MALFORMED", "NOT_OURS", "TEST_DATA");
    private static final String LETTER = "/letters/{id:[A-Za-z0-9-]{1,100}}";

    private final GuaranteesPages pages;
    private final Services services;
    private final Readers readers;

    GuaranteesController(GuaranteesPages pages, Services services, Readers readers) {
        this.pages = pages;
        this.services = services;
        this.readers = readers;
    }

    @GetMapping
    String guarantees(Viewer viewer, Model model) {
        if (!viewer.is("HR") && !viewer.is("AUDITOR")) {
            return "redirect:/";
        }
        model.addAttribute("page", pages.of(readers.of(viewer)));
        model.addAttribute("decides", viewer.is("HR"));
        model.addAttribute("reasons", REASONS);
        return "pages/guarantees";
    }

    @PostMapping(LETTER + "/replay")
    String replay(@PathVariable String id, @RequestParam String key, Viewer viewer, RedirectAttributes told) {
        return back(send(viewer, id + "/replay", null, key), "hr.letter.replayed", told);
    }

    @PostMapping(LETTER + "/discard")
    String discard(@PathVariable String id, @RequestParam String key, @RequestParam String reason, Viewer viewer, RedirectAttributes told) {
        return back(send(viewer, id + "/discard", JsonNodeFactory.instance.objectNode().put("reason", reason), key), "hr.letter.discarded", told);
    }

    private Section<JsonNode> send(Viewer viewer, String path, JsonNode body, String key) {
        return services.post(viewer, Service.JOURNAL, GuaranteesPages.LETTERS + "/" + path, body, new FormKey(key, null), JsonNode.class);
    }

    private static String back(Section<JsonNode> done, String message, RedirectAttributes told) {
        told.addFlashAttribute(done.fine() ? "done" : "trouble", done.fine() ? message : done.trouble());
        return "redirect:/hr/guarantees";
    }
}
