package nl.klimrek.portal.hr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.portal.reader.FormKey;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Section.Trouble;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page for HR, and the journal's page that auditors have too. */
@PageController
class HrController {
    /** What a cycle is usually made of; HR may leave any of them out. */
    private static final List<String> TYPES = List.of("CHECK_IN", "DEVELOPMENT", "CAREER", "PERFORMANCE");
    private static final Map<String, String> USUAL_DAYS = Map.of("CHECK_IN", "42", "DEVELOPMENT", "182", "CAREER", "", "PERFORMANCE", "");

    private final HrPages pages;
    private final Services services;
    private final Readers readers;
    private final Clock clock;

    HrController(HrPages pages, Services services, Readers readers, Clock clock) {
        this.pages = pages;
        this.services = services;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/hr")
    String hr(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return viewer.is("AUDITOR") ? "redirect:/journal" : "redirect:/";
        }
        Reader reader = readers.of(viewer);
        model.addAttribute("page", pages.of(reader));
        model.addAttribute("types", TYPES);
        model.addAttribute("usual", USUAL_DAYS);
        model.addAttribute("today", reader.today(clock.instant()));
        model.addAttribute("most", HrPages.MOST);
        return "pages/hr";
    }

    @PostMapping("/hr/cycles")
    String start(@RequestParam Map<String, String> fields, Viewer viewer, RedirectAttributes told) {
        Optional<LocalDate> startsOn = day(fields.get("startsOn"));
        if (startsOn.isEmpty()) {
            Reader reader = readers.of(viewer);
            told.addFlashAttribute("trouble", new Trouble(400, "form.day", reader.say("hr.cycle.starts"), reader.say("form.day"), true));
            return "redirect:/hr";
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("startsOn", startsOn.get().toString());
        ArrayNode rhythm = body.putArray("rhythm");
        TYPES.forEach(type -> whole(fields.get("days." + type)).ifPresent(days ->
                rhythm.addObject().put("type", type).put("everyDays", days)));
        whole(fields.get("leadDays")).ifPresent(days -> body.put("leadDays", days));
        whole(fields.get("slotMinutes")).ifPresent(minutes -> body.put("slotMinutes", minutes));
        return back(services.post(viewer, Service.CONVERSATIONS, "/api/cycles", body, new FormKey(fields.get("key"), null), JsonNode.class), told);
    }

    @PostMapping("/hr/cycles/{id:[A-Za-z0-9_:.@+-]+}/preview")
    String preview(@PathVariable String id, @RequestParam String key, Viewer viewer, RedirectAttributes told) {
        Section<HrAnswers.Planning> dry = services.post(viewer, Service.CONVERSATIONS, "/api/cycles/" + id + "/plan?dryRun=true", null,
                new FormKey(key, null), HrAnswers.Planning.class);
        if (dry.fine()) {
            told.addFlashAttribute("preview", HrPages.preview(readers.of(viewer), dry.value()));
            told.addFlashAttribute("previewed", id);
        } else {
            told.addFlashAttribute("trouble", dry.trouble());
        }
        return "redirect:/hr";
    }

    @PostMapping("/hr/cycles/{id:[A-Za-z0-9_:.@+-]+}/plan")
    String plan(@PathVariable String id, @RequestParam String key, Viewer viewer, RedirectAttributes told) {
        return back(services.post(viewer, Service.CONVERSATIONS, "/api/cycles/" + id + "/plan", null, new FormKey(key, null),
                JsonNode.class), told);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text == null ? "" : text.strip()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> whole(String text) {
        return text != null && text.strip().matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text.strip()))
                : Optional.empty();
    }

    private static String back(Section<JsonNode> done, RedirectAttributes told) {
        told.addFlashAttribute(done.fine() ? "done" : "trouble", done.fine() ? new nl.klimrek.portal.form.Done("Gelukt.", null, null) : done.trouble());
        return "redirect:/hr";
    }
}
