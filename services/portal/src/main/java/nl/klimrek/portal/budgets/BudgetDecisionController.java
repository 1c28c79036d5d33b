package nl.klimrek.portal.budgets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.budgets.BudgetDecisionResponses.Share;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests that wait for their reader, without their words; one of them, opened on purpose; and the decision on it. */
@PageController
@RequestMapping("/team/requests")
class BudgetDecisionController {
    private static final String ID = "/{id:[A-Za-z0-9_:.@+-]+}";
    private static final int PAGE_SIZE = 50;
    private final ServiceClient services;
    private final BudgetDecisionPageFactory pages;
    private final ReaderFactory readers;
    private final CommandSender commands;

    BudgetDecisionController(
            ServiceClient services, BudgetDecisionPageFactory pages, ReaderFactory readers, CommandSender commands) {
        this.services = services;
        this.pages = pages;
        this.readers = readers;
        this.commands = commands;
    }

    record OpenRequest(String id, String employee, List<Share> shares, LocalDate neededOn, Instant requestedAt) {}

    record Line(String id, String who, String amounts, String meta) {}

    @GetMapping
    String list(@RequestParam(required = false) String after, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        String from = after != null && after.matches("[A-Za-z0-9_:.@+-]{1,200}") ? after : null;
        Section<ServiceClient.Rows<OpenRequest>> found = services.rows(
                viewer,
                Upstream.LEARNING_BUDGETS,
                "/api/learning-budgets/requests?toDecide=me&limit=" + PAGE_SIZE
                        + (from == null
                                ? ""
                                : "&after="
                                        + java.net.URLEncoder.encode(from, java.nio.charset.StandardCharsets.UTF_8)),
                OpenRequest.class);
        model.addAttribute(
                "page",
                found.map(rows -> rows.items().stream()
                        .map(request -> line(reader, request))
                        .toList()));
        model.addAttribute("first", from == null ? null : "/team/requests");
        model.addAttribute(
                "next",
                found.isOk() && found.value().next() != null
                        ? "/team/requests?after=" + found.value().next()
                        : null);
        return "budgets/decisions";
    }

    @GetMapping(ID)
    String show(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("page", pages.of(readers.of(viewer), id));
        return "budgets/decision";
    }

    @PostMapping(ID + "/approval")
    String approve(@PathVariable String id, FormPost post) {
        return decided(
                id,
                post,
                "decision.approved",
                commands.post(post, Upstream.LEARNING_BUDGETS, BudgetDecisionPageFactory.REQUESTS + id + "/approval"));
    }

    @PostMapping(ID + "/refusal")
    String refuse(@PathVariable String id, FormPost post) {
        return decided(
                id,
                post,
                "decision.refused",
                commands.post(
                        post, Upstream.LEARNING_BUDGETS, BudgetDecisionPageFactory.REQUESTS + id + "/refusal", () -> {
                            required(post, "reason");
                            required(post, "alternative");
                            return JsonNodeFactory.instance
                                    .objectNode()
                                    .put("reason", post.text("reason"))
                                    .put("alternative", post.text("alternative"));
                        }));
    }

    private String decided(String id, FormPost post, String done, CommandSender.SentCommand sent) {
        String who = sent.accepted()
                ? readers.of(post.viewer())
                        .name(sent.answer().value().path("employee").asText())
                : "";
        return sent.done(done, who).to("/team/requests/" + id);
    }

    private static void required(FormPost post, String field) {
        if (post.text(field).isEmpty()) {
            throw post.invalid(field, "decision.needed." + field);
        }
    }

    private static Line line(Reader reader, OpenRequest request) {
        String amounts = request.shares() == null
                ? ""
                : request.shares().stream()
                        .map(share -> reader.amount(share.unit(), share.amount()))
                        .collect(Collectors.joining(" + "));
        return new Line(
                request.id(),
                reader.name(request.employee()),
                amounts,
                request.requestedAt() == null
                        ? reader.say("decision.line.needed", reader.shortDay(request.neededOn()))
                        : reader.say(
                                "decision.line",
                                reader.shortDay(reader.today(request.requestedAt())),
                                reader.shortDay(request.neededOn())));
    }
}
