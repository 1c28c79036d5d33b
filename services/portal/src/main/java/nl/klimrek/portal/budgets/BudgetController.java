package nl.klimrek.portal.budgets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.budgets.BudgetResponses.Account;
import nl.klimrek.portal.budgets.BudgetResponses.Entry;
import nl.klimrek.portal.budgets.BudgetResponses.Goal;
import nl.klimrek.portal.budgets.BudgetResponses.Plan;
import nl.klimrek.portal.budgets.BudgetResponses.Pot;
import nl.klimrek.portal.budgets.BudgetResponses.Request;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An employee's budgets: what is left, requests and receipts. */
@PageController
class BudgetController {
    private static final String MINE = "/api/learning-budgets/mine";
    private static final String REQUESTS = "/api/learning-budgets/requests";
    private static final int PAGE = 20;
    private static final int LEDGER_PAGE = 50;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_:-]{0,199}");

    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    BudgetController(
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

    @GetMapping("/budgets")
    String budgets(@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        BudgetPageFactory pages = new BudgetPageFactory(readers.of(viewer));
        String from = ID.matcher(after).matches() ? "&after=" + after : "";
        Part<Section<Account>> account = parallel.start(() -> account(viewer));
        Part<Section<Rows<Request>>> requests = parallel.start(() ->
                services.rows(viewer, Upstream.LEARNING_BUDGETS, REQUESTS + "?limit=" + PAGE + from, Request.class));
        Section<Rows<Request>> rows = requests.get();
        String next = rows.isOk() ? rows.value().next() : null;
        model.addAttribute(
                "page",
                new BudgetPage(
                        account.get()
                                .map(all -> all.pots().stream()
                                        .filter(pot -> !pot.closed())
                                        .map(pages::card)
                                        .toList()),
                        rows.map(some -> some.items().stream().map(pages::line).toList()),
                        from.isEmpty() ? null : "/budgets",
                        next == null ? null : "/budgets?after=" + next));
        return "budgets/budgets";
    }

    @GetMapping("/budgets/ask")
    String form(@RequestParam(defaultValue = "") String goal, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        BudgetPageFactory pages = new BudgetPageFactory(reader);
        Part<Section<Plan>> plan = parallel.start(() -> plan(viewer));
        List<Pot> pots = account(viewer).orThrow().pots();
        LocalDate today = reader.today(clock.instant());
        model.addAttribute(
                "goals",
                Stream.concat(
                                Stream.of(new Choice("", reader.say("budgets.ask.no-goal"))),
                                goals(reader, plan.get(), goal))
                        .toList());
        model.addAttribute("goal", goal);
        model.addAttribute("today", today);
        model.addAttribute(
                "pots",
                pots.stream()
                        .filter(pot -> !pot.closed()
                                && pot.available() > 0
                                && pot.validUntil() != null
                                && !pot.validUntil().isBefore(today))
                        .map(pages::asked)
                        .toList());
        return "budgets/ask";
    }

    /** The goals to choose from; while the plan cannot be read, the one that the request is for. */
    private static Stream<Choice> goals(Reader reader, Section<Plan> plan, String goal) {
        if (plan.isAway() && !goal.isEmpty()) {
            return Stream.of(new Choice(goal, reader.say("budgets.goal.away")));
        }
        return plan.orElse(new Plan(List.of())).goals().stream()
                .filter(one -> !List.of("ACHIEVED", "DROPPED").contains(one.state()))
                .map(one -> new Choice(one.id(), one.title()));
    }

    @PostMapping("/budgets/requests")
    String ask(FormPost post) {
        return commands.post(post, Upstream.LEARNING_BUDGETS, REQUESTS, () -> {
                    LocalDate needed = post.day("neededOn");
                    if (needed == null) {
                        throw post.invalid("neededOn", "form.day");
                    }
                    ObjectNode body = JsonNodeFactory.instance
                            .objectNode()
                            .put("what", post.text("what"))
                            .put("alternatives", post.textOrNull("alternatives"))
                            .put("goal", post.textOrNull("goal"))
                            .put("neededOn", needed.toString());
                    body.set(
                            "shares",
                            shares(
                                    post,
                                    account(post.viewer())
                                            .orElse(new Account(List.of()))
                                            .pots(),
                                    true));
                    return body;
                })
                .done("budgets.asked")
                .to(taken -> "/budgets/requests/" + taken.path("id").asText());
    }

    /** The amounts of a form in cents or minutes; if all are empty, the first field gets the error. */
    static ArrayNode shares(FormPost post, List<Pot> pots, boolean something) {
        ArrayNode shares = JsonNodeFactory.instance.arrayNode();
        for (Pot pot : pots) {
            String field = BudgetPageFactory.SHARE + pot.pot();
            Long typed = post.hundredths(field);
            if (typed != null && (typed > 0 || !something)) {
                long amount = "HOURS".equals(pot.unit()) ? Math.round(typed * 60 / 100.0) : typed;
                shares.addObject().put("pot", pot.pot()).put("amount", amount);
            }
        }
        if (shares.isEmpty() && !pots.isEmpty()) {
            throw post.invalid(BudgetPageFactory.SHARE + pots.get(0).pot(), "budgets.ask.nothing");
        }
        return shares;
    }

    @GetMapping("/budgets/requests/{request}")
    String request(@PathVariable String request, Viewer viewer, Model model) {
        Part<Section<Plan>> plan = parallel.start(() -> plan(viewer));
        Section<Request> found = found(viewer, request);
        Request shown = found.orThrow();
        Section<Map<String, String>> goals = plan.get()
                .map(read -> read.goals().stream()
                        .filter(goal -> goal.title() != null)
                        .collect(Collectors.toMap(Goal::id, Goal::title)));
        model.addAttribute("page", new BudgetPageFactory(readers.of(viewer)).request(shown, found.etag(), goals));
        return "budgets/request";
    }

    /** Every move of every pot, a page at a time. */
    @GetMapping("/budgets/ledger")
    String ledger(@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        BudgetPageFactory pages = new BudgetPageFactory(readers.of(viewer));
        String from = after.matches("[0-9]{1,18}") ? "&after=" + after : "";
        Rows<Entry> rows = services.rows(
                        viewer,
                        Upstream.LEARNING_BUDGETS,
                        "/api/learning-budgets/" + viewer.person() + "/ledger?limit=" + LEDGER_PAGE + from,
                        Entry.class)
                .orThrow();
        model.addAttribute("entries", rows.items().stream().map(pages::entry).toList());
        model.addAttribute("first", from.isEmpty() ? null : "/budgets/ledger");
        model.addAttribute("next", rows.next() == null ? null : "/budgets/ledger?after=" + rows.next());
        return "budgets/ledger";
    }

    private Section<Account> account(Viewer viewer) {
        return services.get(viewer, Upstream.LEARNING_BUDGETS, MINE, Account.class);
    }

    private Section<Plan> plan(Viewer viewer) {
        return services.get(viewer, Upstream.POP_FORMS, "/api/pop-forms/mine", Plan.class);
    }

    private Section<Request> found(Viewer viewer, String request) {
        return services.get(viewer, Upstream.LEARNING_BUDGETS, path(request), Request.class);
    }

    static String path(String request) {
        return REQUESTS + "/" + (ID.matcher(request).matches() ? request : "none");
    }
}
