package nl.klimrek.portal.cycles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.klimrek.portal.cycles.CycleResponses.Announcement;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Announces events that require conversations outside the rhythm, and shows their result. */
@PageController
@RequestMapping("/hr/cycles/announcements")
class AnnouncementPageController {
    private static final String PATH = CycleClient.PATH + "/announcements";
    private static final List<String> KINDS = List.of("REORGANISATION", "SCAN_COMPLETED");

    private final ScopeOptions groups;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    AnnouncementPageController(
            ScopeOptions groups, ServiceClient services, CommandSender commands, ReaderFactory readers, Clock clock) {
        this.groups = groups;
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping
    String announce(@RequestParam(required = false) String person, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        String whom = person != null && ScopeChoice.isTarget(person) ? person : null;
        model.addAttribute(
                "kinds",
                KINDS.stream()
                        .map(kind -> new Choice(
                                kind,
                                reader.code("announcement", kind),
                                reader.say("announcement." + kind + ".effect")))
                        .toList());
        model.addAttribute(
                "options",
                groups.people(viewer, null).map(found -> ScopeOptions.choices(reader, found.people(), whom)));
        model.addAttribute("chosen", whom == null ? "ORGANISATION" : "PERSON:" + whom);
        model.addAttribute("today", reader.today(clock.instant()));
        return "cycles/announce";
    }

    @PostMapping
    String announce(FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, PATH, () -> body(post))
                .done("cycles.announced")
                .to(made -> "/hr/cycles/announcements/" + made.path("id").asText());
    }

    @GetMapping("/" + CycleClient.ID)
    String show(@PathVariable String id, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Announcement made = services.get(viewer, Upstream.CONVERSATIONS, PATH + "/" + id, Announcement.class)
                .orThrow();
        model.addAttribute("kind", reader.code("announcement", made.kind()));
        model.addAttribute(
                "effect",
                reader.findText("announcement." + made.kind() + ".effect").orElse(""));
        model.addAttribute("whom", CycleTexts.capital(new CycleTexts(reader).scope(made.scope(), made.target())));
        model.addAttribute("day", reader.day(made.effectiveOn()));
        model.addAttribute(
                "result",
                made.done()
                        ? reader.say("cycles.announced.result", made.people(), made.planned())
                        : reader.say("cycles.announced.busy"));
        return "cycles/announced";
    }

    private static JsonNode body(FormPost post) {
        ScopeChoice whom = ScopeChoice.read(post.text("whom"));
        if (whom == null) {
            throw post.invalid("whom", "cycles.whom.unknown");
        }
        if (!Set.copyOf(KINDS).contains(post.text("kind"))) {
            throw post.invalid("kind", "cycles.kind.choose");
        }
        ObjectNode body = whom.into(JsonNodeFactory.instance.objectNode().put("kind", post.text("kind")));
        LocalDate day = post.day("effectiveOn");
        return day == null ? body : body.put("effectiveOn", day.toString());
    }
}
