package nl.klimrek.portal.cycles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.portal.cycles.CycleResponses.Cycle;
import nl.klimrek.portal.cycles.CycleResponses.Planning;
import nl.klimrek.portal.cycles.CycleResponses.Template;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** One cycle: its rules, the preview of a planning run, planning and stopping it, and closed days. */
@PageController
@RequestMapping("/hr/cycles/" + CycleClient.ID)
class CyclePageController {
    private static final int SLOTS = 25;

    private final CycleClient cycles;
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    CyclePageController(
            CycleClient cycles,
            ServiceClient services,
            ParallelCalls parallel,
            CommandSender commands,
            ReaderFactory readers,
            Clock clock) {
        this.cycles = cycles;
        this.services = services;
        this.parallel = parallel;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String id, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        ParallelCalls.Part<Section<List<Template>>> templates = parallel.start(() -> cycles.templates(viewer));
        Section<Cycle> cycle = cycles.find(viewer, id);
        LocalDate today = reader.today(clock.instant());
        model.addAttribute(
                "page",
                CyclePage.of(
                        reader, cycle.orThrow(), cycle.etag(), templates.get().orElse(List.of()), today));
        model.addAttribute("today", today);
        return "cycles/cycle";
    }

    /** A dry run writes nothing, so looking at it is a page like any other. */
    @GetMapping("/preview")
    String preview(@PathVariable String id, @RequestParam(required = false) String after, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        String more = after == null ? "" : "&after=" + UriUtils.encodeQueryParam(after, "UTF-8");
        ParallelCalls.Part<Section<Cycle>> cycle = parallel.start(() -> cycles.find(viewer, id));
        Section<Planning> run = services.post(
                viewer,
                Upstream.CONVERSATIONS,
                CycleClient.PATH + "/" + id + "/plan?dryRun=true&limit=" + SLOTS + more,
                null,
                new CommandHeaders(null, null),
                Planning.class);
        Cycle known = cycle.get().orThrow();
        model.addAttribute("id", id);
        model.addAttribute("heading", new CycleTexts(reader).title(known));
        model.addAttribute("etag", cycle.get().etag());
        model.addAttribute("preview", run.map(found -> PreviewPage.of(reader, found)));
        model.addAttribute("first", after == null ? null : "/hr/cycles/" + id + "/preview");
        return "cycles/preview";
    }

    @PostMapping("/plan")
    String plan(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, CycleClient.PATH + "/" + id + "/plan")
                .done("cycles.plan.done")
                .to("/hr/cycles/" + id);
    }

    @PostMapping("/stop")
    String stop(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, CycleClient.PATH + "/" + id + "/stop")
                .done("cycles.stop.done")
                .back();
    }

    @PostMapping("/blackouts")
    String close(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, CycleClient.PATH + "/" + id + "/blackouts", () -> days(post))
                .done("cycles.closed.done")
                .back();
    }

    @PostMapping("/blackouts/{blackout:[A-Za-z0-9_:.@+-]{1,200}}/lift")
    String lift(@PathVariable String id, @PathVariable String blackout, FormPost post) {
        return commands.delete(post, Upstream.CONVERSATIONS, CycleClient.PATH + "/" + id + "/blackouts/" + blackout)
                .done("cycles.closed.lifted")
                .back();
    }

    private static JsonNode days(FormPost post) {
        LocalDate from = post.day("from");
        LocalDate until = post.day("until");
        if (from == null || until == null) {
            throw post.invalid(from == null ? "from" : "until", "form.day");
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", from.toString())
                .put("until", until.toString());
    }
}
