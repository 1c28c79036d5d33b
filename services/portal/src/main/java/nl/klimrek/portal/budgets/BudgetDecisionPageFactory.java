package nl.klimrek.portal.budgets;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.portal.budgets.BudgetDecisionPage.Decided;
import nl.klimrek.portal.budgets.BudgetDecisionPage.ShareLine;
import nl.klimrek.portal.budgets.BudgetDecisionResponses.Entry;
import nl.klimrek.portal.budgets.BudgetDecisionResponses.Goal;
import nl.klimrek.portal.budgets.BudgetDecisionResponses.Plan;
import nl.klimrek.portal.budgets.BudgetDecisionResponses.Request;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a request and what one needs to decide on it together. Everything but the request itself may be missing. */
@Component
class BudgetDecisionPageFactory {
    static final String REQUESTS = "/api/learning-budgets/requests/";
    private final ServiceClient services;
    private final ParallelCalls parallel;

    BudgetDecisionPageFactory(ServiceClient services, ParallelCalls parallel) {
        this.services = services;
        this.parallel = parallel;
    }

    BudgetDecisionPage of(Reader reader, String id) {
        Viewer viewer = reader.viewer();
        Section<Request> found = services.get(viewer, Upstream.LEARNING_BUDGETS, REQUESTS + id, Request.class);
        Request request = found.orThrow();
        String account = "/api/learning-budgets/" + request.employee();
        var pots = parallel.start(
                () -> services.get(viewer, Upstream.LEARNING_BUDGETS, account, ReportPots.Account.class));
        var ledger = parallel.start(
                () -> services.list(viewer, Upstream.LEARNING_BUDGETS, account + "/ledger?limit=200", Entry.class));
        String goal = request.goal() == null ? null : goal(reader, request);
        return page(
                reader,
                found.etag(),
                request,
                pots.get().orElse(new ReportPots.Account(List.of())).pots(),
                goal,
                ledger.get().map(entries -> EarlierRequests.of(reader, entries, id)));
    }

    static BudgetDecisionPage page(
            Reader reader,
            @Nullable String etag,
            Request request,
            List<ReportPots.Pot> pots,
            @Nullable String goal,
            Section<List<String>> earlier) {
        Map<String, ReportPots.Pot> byId =
                pots.stream().collect(Collectors.toMap(ReportPots.Pot::pot, Function.identity(), (one, other) -> one));
        boolean waits = "REQUESTED".equals(request.status());
        return new BudgetDecisionPage(
                request.id(),
                request.employee(),
                reader.name(request.employee()),
                etag,
                request.status(),
                reader.code("request", request.status()),
                request.what(),
                request.shares().stream()
                        .map(share -> share(reader, share, byId.get(share.pot()), waits))
                        .toList(),
                reader.day(request.neededOn()),
                request.requestedAt() == null ? "" : reader.day(reader.today(request.requestedAt())),
                goal,
                request.alternatives() == null ? "" : request.alternatives(),
                decided(reader, request),
                earlier);
    }

    private static ShareLine share(
            Reader reader, BudgetDecisionResponses.Share share, ReportPots.@Nullable Pot pot, boolean waits) {
        String left = pot == null
                ? ""
                : waits
                        ? reader.say(
                                "decision.left.after",
                                reader.amount(pot.unit(), pot.available()),
                                reader.shortDay(pot.validUntil()))
                        : reader.say(
                                "decision.left",
                                reader.amount(pot.unit(), pot.available()),
                                reader.shortDay(pot.validUntil()));
        return new ShareLine(
                ReportPots.name(reader, share.pot()),
                reader.amount(share.unit(), share.amount()),
                left,
                pot != null && pot.available() < 0);
    }

    private static @Nullable Decided decided(Reader reader, Request request) {
        if (request.decision() == null) {
            return "WITHDRAWN".equals(request.status()) ? new Decided(reader.say("decision.withdrawn"), "", "") : null;
        }
        String day = request.decision().at() == null
                ? ""
                : reader.shortDay(reader.today(request.decision().at()));
        boolean refused = "REFUSED".equals(request.status());
        String by = request.decision().automatically()
                ? reader.say("decision.by.policy", day)
                : reader.viewer().person().equals(request.decision().by())
                        ? reader.say(refused ? "decision.by.refused.you" : "decision.by.approved.you", day)
                        : reader.say(
                                refused ? "decision.by.refused" : "decision.by.approved",
                                reader.name(request.decision().by()),
                                day);
        return new Decided(
                by,
                refused ? text(request.decision().reason()) : "",
                refused ? text(request.decision().alternative()) : "");
    }

    /** The goal as the reader may know it: its title, or why there is none. */
    private String goal(Reader reader, Request request) {
        Section<Plan> plan = services.get(
                reader.viewer(), Upstream.POP_FORMS, "/api/pop-forms/pop-" + request.employee(), Plan.class);
        if (plan.isAway()) {
            return reader.say("decision.goal.away");
        }
        return plan.map(read -> read.goals() == null ? List.<Goal>of() : read.goals()).orElse(List.of()).stream()
                .filter(goal -> request.goal().equals(goal.id()))
                .map(Goal::title)
                .findFirst()
                .orElse(reader.say("decision.goal.private"));
    }

    private static String text(String words) {
        return words == null ? "" : words;
    }
}
