package nl.klimrek.portal.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One request with its words, opened on purpose because that look is logged; and the decision on it. */
@PageController
@RequestMapping("/team/requests/{id:[A-Za-z0-9_:.@+-]+}")
class DecisionController {
    private static final String REQUESTS = "/api/learning-budgets/requests/";
    private final Services services;
    private final Readers readers;

    DecisionController(Services services, Readers readers) {
        this.services = services;
        this.readers = readers;
    }

    /** A request as its page shows it. */
    record DecisionPage(String id, String who, String what, String amounts, String neededOn, String alternatives, boolean forGoal,
            String status, boolean open) {
    }

    @GetMapping
    String look(@PathVariable String id, Viewer viewer, Model model) {
        Section<TeamAnswers.Request> found = services.get(viewer, Service.LEARNING_BUDGETS, REQUESTS + id, TeamAnswers.Request.class);
        TeamAnswers.Request request = found.orRefuse();
        Reader reader = readers.of(viewer);
        model.addAttribute("etag", found.etag());
        model.addAttribute("page", new DecisionPage(id, reader.name(request.employee()), request.what(),
                TeamPages.amounts(reader, request.shares()), reader.day(request.neededOn()), request.alternatives(),
                request.goal() != null, reader.code("request", request.status()), "REQUESTED".equals(request.status())));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "pages/decision";
    }

    @PostMapping("/approval")
    String approve(@PathVariable String id, @RequestParam String key, @RequestParam String etag, Viewer viewer, RedirectAttributes told) {
        return answer(id, services.post(viewer, Service.LEARNING_BUDGETS, REQUESTS + id + "/approval", null,
                new FormKey(key, etag), JsonNode.class), Map.of(), told);
    }

    @PostMapping("/refusal")
    String refuse(@PathVariable String id, @RequestParam String key, @RequestParam String etag, @RequestParam String reason,
            @RequestParam String alternative, Viewer viewer, RedirectAttributes told) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("reason", reason.strip()).put("alternative", alternative.strip());
        return answer(id, services.post(viewer, Service.LEARNING_BUDGETS, REQUESTS + id + "/refusal", body,
                new FormKey(key, etag), JsonNode.class), Map.of("reason", reason, "alternative", alternative), told);
    }

    private static String answer(String id, Section<JsonNode> done, Map<String, String> typed, RedirectAttributes told) {
        if (done.fine()) {
            told.addFlashAttribute("done", new nl.klimrek.portal.form.Done("Gelukt.", null, null));
            return "redirect:/team";
        }
        told.addFlashAttribute("trouble", done.trouble());
        told.addFlashAttribute("typed", typed);
        return "redirect:/team/requests/" + id;
    }
}
