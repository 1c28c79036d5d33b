package nl.klimrek.portal.cycles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.portal.cycles.CycleResponses.Template;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rhythms of an organisation, and starting one. */
@PageController
@RequestMapping("/hr/cycles")
class CycleListController {
    private final CycleClient cycles;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    CycleListController(CycleClient cycles, CommandSender commands, ReaderFactory readers, Clock clock) {
        this.cycles = cycles;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        LocalDate today = reader.today(clock.instant());
        model.addAttribute(
                "cycles",
                cycles.all(viewer)
                        .map(all -> all.stream()
                                .map(cycle -> CycleCard.of(reader, cycle, today))
                                .toList()));
        return "cycles/list";
    }

    @GetMapping("/new")
    String start(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        CycleTexts words = new CycleTexts(reader);
        List<Template> templates = cycles.templates(viewer).orThrow();
        model.addAttribute("rhythm", RhythmForm.offered(reader, templates));
        model.addAttribute("leads", words.leads());
        model.addAttribute("lengths", words.lengths());
        model.addAttribute("today", reader.today(clock.instant()));
        return "cycles/start";
    }

    @PostMapping("/new")
    String start(FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, CycleClient.PATH, () -> body(post))
                .done("cycles.started")
                .to(made -> "/hr/cycles/" + made.path("id").asText() + "/preview");
    }

    private JsonNode body(FormPost post) {
        LocalDate startsOn = post.day("startsOn");
        if (startsOn == null) {
            throw post.invalid("startsOn", "form.day");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("startsOn", startsOn.toString());
        body.set("rhythm", RhythmForm.read(post));
        if (body.path("rhythm").isEmpty()) {
            throw post.invalid("every.CHECK_IN", "cycles.rhythm.empty");
        }
        return body.put("leadDays", post.number("leadDays")).put("slotMinutes", post.number("slotMinutes"));
    }
}
