package nl.klimrek.portal.cycles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.klimrek.portal.cycles.CycleResponses.Amendment;
import nl.klimrek.portal.cycles.CycleResponses.Cycle;
import nl.klimrek.portal.cycles.CycleResponses.Replay;
import nl.klimrek.portal.cycles.CycleResponses.Rule;
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

/** Changing a cycle in three steps: for whom, which rhythm, and how that would have been last year before it is in force. */
@PageController
@RequestMapping("/hr/cycles/" + CycleClient.ID)
class CycleChangeController {
    private final CycleClient cycles;
    private final ScopeOptions groups;
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    CycleChangeController(
            CycleClient cycles,
            ScopeOptions groups,
            ServiceClient services,
            ParallelCalls parallel,
            CommandSender commands,
            ReaderFactory readers,
            Clock clock) {
        this.cycles = cycles;
        this.groups = groups;
        this.services = services;
        this.parallel = parallel;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/change")
    String whom(@PathVariable String id, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        ParallelCalls.Part<Section<ScopeOptions.People>> people = parallel.start(() -> groups.people(viewer, null));
        describe(reader, id, cycles.find(viewer, id).orThrow(), model);
        model.addAttribute("options", people.get().map(found -> ScopeOptions.choices(reader, found.people(), null)));
        return "cycles/whom";
    }

    /** The rhythm as it is for them now, or as it was chosen on the way back from trying it. */
    @GetMapping("/rhythm")
    String rhythm(@PathVariable String id, @RequestParam String whom, FormPost chosen, Model model) {
        ScopeChoice scope = ScopeChoice.read(whom);
        if (scope == null) {
            return "redirect:/hr/cycles/" + id + "/change";
        }
        Reader reader = readers.of(chosen.viewer());
        ParallelCalls.Part<Section<List<Template>>> templates = parallel.start(() -> cycles.templates(chosen.viewer()));
        Cycle cycle = cycles.find(chosen.viewer(), id).orThrow();
        LocalDate today = reader.today(clock.instant());
        List<Rule> rules = RhythmForm.isIn(chosen) ? RhythmForm.rules(chosen) : now(cycle, scope, today);
        describe(reader, id, cycle, model);
        model.addAttribute("whom", scope.value());
        model.addAttribute("forWhom", new CycleTexts(reader).scope(scope.scope(), scope.target()));
        model.addAttribute(
                "rhythm", RhythmForm.of(reader, rules, templates.get().orThrow()));
        model.addAttribute("today", today);
        model.addAttribute("from", chosen.text("from").isEmpty() ? today.toString() : chosen.text("from"));
        return "cycles/rhythm";
    }

    /** Asks how the past year would have been; nothing is changed, so it is a page like any other. */
    @GetMapping("/trial")
    String trial(@PathVariable String id, @RequestParam String whom, FormPost chosen, Model model) {
        ScopeChoice scope = ScopeChoice.read(whom);
        if (scope == null) {
            return "redirect:/hr/cycles/" + id + "/change";
        }
        Viewer viewer = chosen.viewer();
        Reader reader = readers.of(viewer);
        List<Rule> rules = RhythmForm.rules(chosen);
        ObjectNode body = scope.into(JsonNodeFactory.instance.objectNode());
        body.set("rhythm", RhythmForm.json(rules));
        ParallelCalls.Part<Section<Cycle>> cycle = parallel.start(() -> cycles.find(viewer, id));
        ParallelCalls.Part<Section<List<Template>>> templates = parallel.start(() -> cycles.templates(viewer));
        Section<Replay> replay = services.post(
                viewer,
                Upstream.CONVERSATIONS,
                CycleClient.PATH + "/" + id + "/policies?dryRun=true",
                body,
                new CommandHeaders(null, null),
                Replay.class);
        describe(reader, id, cycle.get().orThrow(), model);
        CycleTexts words = new CycleTexts(reader);
        Map<String, String> names = new HashMap<>();
        templates.get().orElse(List.of()).forEach(template -> names.put(template.id(), template.name()));
        model.addAttribute("whom", scope.value());
        model.addAttribute("forWhom", words.scope(scope.scope(), scope.target()));
        model.addAttribute(
                "rules", rules.stream().map(rule -> words.rule(rule, names)).toList());
        model.addAttribute("trial", replay.map(found -> TrialPage.of(reader, found)));
        model.addAttribute(
                "fields",
                chosen.fields().entrySet().stream()
                        .filter(field -> !field.getKey().equals("whom")
                                && !field.getValue().isEmpty())
                        .map(field -> new Field(field.getKey(), field.getValue().get(0)))
                        .toList());
        model.addAttribute("etag", cycle.get().etag());
        return "cycles/trial";
    }

    /** A hidden field. */
    record Field(String name, String value) {}

    @PostMapping("/change")
    String change(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, CycleClient.PATH + "/" + id + "/policies", () -> body(post))
                .done("cycles.changed")
                .to("/hr/cycles/" + id);
    }

    private static JsonNode body(FormPost post) {
        ScopeChoice scope = ScopeChoice.read(post.text("whom"));
        if (scope == null) {
            throw post.invalid("whom", "cycles.whom.unknown");
        }
        ObjectNode body = scope.into(JsonNodeFactory.instance.objectNode());
        body.set("rhythm", RhythmForm.read(post));
        LocalDate from = post.day("from");
        return from == null ? body : body.put("effectiveFrom", from.toString());
    }

    /** The rhythm in force for exactly this scope: its own newest amendment, else the organisation's. */
    private static List<Rule> now(Cycle cycle, ScopeChoice scope, LocalDate today) {
        Comparator<Amendment> newest =
                Comparator.comparing(Amendment::effectiveFrom).thenComparing(Amendment::version);
        return cycle.amendments().stream()
                .filter(part -> !part.effectiveFrom().isAfter(today))
                .filter(part -> part.scope().equals(scope.scope()) && Objects.equals(part.target(), scope.target()))
                .max(newest)
                .map(Amendment::rhythm)
                .orElseGet(() -> cycle.amendments().stream()
                        .filter(part ->
                                part.target() == null && !part.effectiveFrom().isAfter(today))
                        .max(newest)
                        .map(Amendment::rhythm)
                        .orElse(cycle.rhythm()));
    }

    private static void describe(Reader reader, String id, Cycle cycle, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("heading", new CycleTexts(reader).title(cycle));
    }
}
