package nl.klimrek.portal.hr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.hr.InsightResponses.Capacity;
import nl.klimrek.portal.hr.InsightResponses.Coverage;
import nl.klimrek.portal.hr.InsightResponses.Overload;
import nl.klimrek.portal.hr.InsightResponses.Shift;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the conversations of the organisation go, in figures about groups. */
@PageController
@RequestMapping("/hr/insights")
class InsightsController {
    private static final List<String> TYPES = List.of(
            "CHECK_IN", "DEVELOPMENT", "CAREER", "PERFORMANCE", "ONBOARDING", "TEAM_DIALOGUE", "EXIT", "ASSESSMENT");
    private static final List<Integer> PERIODS = List.of(3, 6, 12, 24);
    private static final String OVERLOAD = "/api/conversations/overload?all=true&limit=100";
    private static final String CAPACITY = "/capacity/{manager:[A-Za-z0-9_:.@+-]{1,200}}";

    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    InsightsController(
            ServiceClient services,
            ParallelCalls parallel,
            CommandSender commands,
            ReaderFactory readers,
            Clock clock) {
        this.services = services;
        this.parallel = parallel;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping
    String insights(
            @RequestParam(defaultValue = "12") String months,
            @RequestParam(defaultValue = "") String type,
            Viewer viewer,
            Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        int period = PERIODS.stream()
                .filter(one -> one.toString().equals(months))
                .findFirst()
                .orElse(12);
        String kind = TYPES.contains(type) ? type : "";
        Part<Section<Coverage>> coverage = parallel.start(() ->
                services.get(viewer, Upstream.INSIGHTS, "/api/insights/coverage?months=" + period, Coverage.class));
        Part<Section<Shift>> shift = parallel.start(() -> services.get(
                viewer, Upstream.INSIGHTS, "/api/insights/shift?months=" + Math.max(12, period), Shift.class));
        Section<List<Overload>> overload = services.list(viewer, Upstream.CONVERSATIONS, OVERLOAD, Overload.class);
        model.addAttribute("coverage", coverage.get().map(found -> CoveragePage.of(reader, found, kind)));
        model.addAttribute("shift", shift.get().map(found -> ShiftPage.of(reader, found)));
        model.addAttribute(
                "overload", overload.map(found -> OverloadPage.of(reader, found, reader.today(clock.instant()))));
        model.addAttribute(
                "periods",
                PERIODS.stream()
                        .map(one -> new Choice(one.toString(), reader.say("insights.months." + one)))
                        .toList());
        model.addAttribute(
                "types",
                Stream.concat(
                                Stream.of(new Choice("all", reader.say("insights.any"))),
                                TYPES.stream().map(one -> new Choice(one, reader.code("type", one))))
                        .toList());
        model.addAttribute("months", Integer.toString(period));
        model.addAttribute("type", kind.isEmpty() ? "all" : kind);
        return "hr/insights";
    }

    /** Shows a manager's capacity for conversations, and colleagues who may help. */
    @GetMapping(CAPACITY)
    String capacity(@PathVariable String manager, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Part<Section<List<Overload>>> overload =
                parallel.start(() -> services.list(viewer, Upstream.CONVERSATIONS, OVERLOAD, Overload.class));
        Section<Capacity> capacity = services.get(
                viewer, Upstream.CONVERSATIONS, "/api/conversations/capacity?manager=" + manager, Capacity.class);
        Capacity now = capacity.orThrow();
        model.addAttribute("name", reader.name(manager));
        model.addAttribute("manager", manager);
        model.addAttribute("capacity", now);
        model.addAttribute(
                "helpers",
                Stream.concat(
                                now.delegates().stream(),
                                overload.get().orElse(List.of()).stream()
                                        .filter(one -> one.manager().equals(manager))
                                        .flatMap(one -> one.delegates().stream()))
                        .distinct()
                        .map(one -> new Choice(one, reader.name(one)))
                        .toList());
        model.addAttribute("etag", capacity.etag());
        return "hr/capacity";
    }

    @PostMapping(CAPACITY)
    String capacity(@PathVariable String manager, FormPost post) {
        return commands.put(
                        post,
                        Upstream.CONVERSATIONS,
                        "/api/conversations/capacity?manager=" + manager,
                        () -> body(post))
                .done("insights.capacity.done")
                .to("/hr/insights");
    }

    /** The ticked helpers; the form offers those named before and those with room in the plan. */
    private static JsonNode body(FormPost post) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("perDay", post.number("perDay"))
                .put("perWeek", post.number("perWeek"));
        ArrayNode delegates = body.putArray("delegates");
        post.all("delegates").forEach(delegates::add);
        return body;
    }
}
