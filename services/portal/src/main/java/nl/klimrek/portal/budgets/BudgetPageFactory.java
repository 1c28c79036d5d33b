package nl.klimrek.portal.budgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.portal.budgets.BudgetPage.EntryLine;
import nl.klimrek.portal.budgets.BudgetPage.Fact;
import nl.klimrek.portal.budgets.BudgetPage.HoldLine;
import nl.klimrek.portal.budgets.BudgetPage.PotCard;
import nl.klimrek.portal.budgets.BudgetPage.PotField;
import nl.klimrek.portal.budgets.BudgetPage.Refused;
import nl.klimrek.portal.budgets.BudgetPage.RequestLine;
import nl.klimrek.portal.budgets.BudgetPage.RequestPage;
import nl.klimrek.portal.budgets.BudgetResponses.Decision;
import nl.klimrek.portal.budgets.BudgetResponses.Entry;
import nl.klimrek.portal.budgets.BudgetResponses.Hold;
import nl.klimrek.portal.budgets.BudgetResponses.Pot;
import nl.klimrek.portal.budgets.BudgetResponses.Request;
import nl.klimrek.portal.budgets.BudgetResponses.Share;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.Section;
import org.jspecify.annotations.Nullable;

/** Says budgets in their reader's language. */
final class BudgetPageFactory {
    /** Name of the field for a pot's amount, before the pot's id. */
    static final String SHARE = "share.";

    private final Reader reader;

    BudgetPageFactory(Reader reader) {
        this.reader = reader;
    }

    PotCard card(Pot pot) {
        List<Long> parts = List.of(pot.available(), pot.reserved(), pot.committed(), pot.spent());
        List<String> texts =
                parts.stream().map(part -> reader.amount(pot.unit(), part)).toList();
        List<String> kinds = List.of(
                reader.say("budgets.left"),
                reader.say("budgets.reserved"),
                reader.say("budgets.committed"),
                reader.say("budgets.spent"));
        String granted = reader.amount(pot.unit(), pot.granted());
        BarChart bars = new BarChart(
                reader.say("budgets.of", granted),
                name(pot.pot()),
                kinds,
                List.of(new BarChart.Row(reader.say("budgets.bar"), parts, texts)));
        String rule = pot.autoApproveUpTo() > 0
                ? reader.say("budgets.automatic", reader.amount(pot.unit(), pot.autoApproveUpTo()))
                : reader.say("budgets.decided");
        return new PotCard(
                pot.pot(),
                name(pot.pot()),
                texts.get(0),
                reader.say("budgets.until", reader.shortDay(pot.validFrom()), reader.shortDay(pot.validUntil())),
                reader.code("funding", pot.fundingSource()),
                reader.say("budgets.why", granted, texts.get(1), texts.get(2), texts.get(3), texts.get(0)),
                rule,
                pot.holds().stream().map(hold -> hold(pot, hold)).toList(),
                pot.shortfall() == 0
                        ? null
                        : reader.say("budgets.shortfall", reader.amount(pot.unit(), pot.shortfall())),
                bars);
    }

    private HoldLine hold(Pot pot, Hold hold) {
        return new HoldLine(
                hold.request(),
                reader.say(
                        "APPROVED".equals(hold.status()) ? "budgets.hold.approved" : "budgets.hold.asked",
                        reader.amount(pot.unit(), hold.amount()),
                        reader.shortDay(hold.neededOn())));
    }

    private String name(String pot) {
        return PotNames.name(reader, pot);
    }

    RequestLine line(Request request) {
        return new RequestLine(
                request.id(),
                request.what(),
                request.status(),
                reader.code("request", request.status()),
                amounts(request.shares()),
                reader.say("budgets.needed", reader.shortDay(request.neededOn())),
                next(request));
    }

    private String amounts(List<Share> shares) {
        return shares.stream()
                .map(share ->
                        reader.say("budgets.share", reader.amount(share.unit(), share.amount()), name(share.pot())))
                .collect(Collectors.joining(" + "));
    }

    private String next(Request request) {
        return reader.findText("budgets.next." + request.status()).orElse("");
    }

    RequestPage request(Request request, @Nullable String etag, Section<Map<String, String>> goals) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "budgets.amounts", amounts(request.shares()));
        add(
                facts,
                "budgets.for-goal",
                request.goal() == null
                        ? null
                        : goals.map(titles -> titles.getOrDefault(request.goal(), reader.say("budgets.goal.unknown")))
                                .orElse(reader.say(goals.isAway() ? "budgets.goal.away" : "budgets.goal.unknown")));
        add(facts, "budgets.needed-on", reader.day(request.neededOn()));
        add(facts, "budgets.asked-on", reader.moment(request.requestedAt()));
        add(facts, "budgets.alternatives", request.alternatives());
        decision(facts, request.decision());
        add(facts, "budgets.spent-in-all", request.receipts().isEmpty() ? null : amounts(request.spent()));
        add(facts, "budgets.withdrawn-because", request.withdrawalReason());
        boolean approved = "APPROVED".equals(request.status());
        Decision decision = request.decision();
        Refused refused = decision == null || decision.reason() == null
                ? null
                : new Refused(decision.reason(), decision.alternative());
        return new RequestPage(
                request.id(),
                etag,
                request.what(),
                request.status(),
                reader.code("request", request.status()),
                next(request),
                facts,
                refused,
                request.receipts().isEmpty() && (approved || "REQUESTED".equals(request.status())),
                approved
                        ? request.shares().stream()
                                .map(share -> spent(request, share))
                                .toList()
                        : List.of(),
                new ReceiptPageFactory(reader).receipts(request),
                approved && !request.receipts().isEmpty());
    }

    private void decision(List<Fact> facts, Decision decision) {
        if (decision != null) {
            add(
                    facts,
                    "budgets.decided-by",
                    decision.automatically() ? reader.say("budgets.by-rule") : reader.name(decision.by()));
            add(facts, "budgets.decided-on", reader.moment(decision.at()));
        }
    }

    private void add(List<Fact> facts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact(reader.say(label), text));
        }
    }

    /** The field for an amount to request from a pot. */
    PotField asked(Pot pot) {
        String unit = "HOURS".equals(pot.unit()) ? "hours" : "euros";
        return new PotField(
                SHARE + pot.pot(),
                reader.say("budgets.ask." + unit, name(pot.pot())),
                reader.say(
                        "budgets.ask.left",
                        reader.amount(pot.unit(), pot.available()),
                        reader.shortDay(pot.validUntil())),
                "");
    }

    /** The field for an amount spent from a pot, up to what was approved and is not spent yet. */
    private PotField spent(Request request, Share share) {
        long before = request.spent().stream()
                .filter(spent -> spent.pot().equals(share.pot()))
                .mapToLong(Share::amount)
                .sum();
        return new ReceiptPageFactory(reader)
                .field(new Share(share.pot(), share.unit(), share.amount() - before), share.amount() - before);
    }

    EntryLine entry(Entry entry) {
        return new EntryLine(
                entry.at() == null ? "" : reader.shortDay(reader.today(entry.at())),
                reader.code("entry", entry.type()),
                name(entry.pot()),
                sign(entry) + reader.amount(entry.unit(), entry.amount()),
                entry.request());
    }

    /** Against what is left: plus, minus, or nothing for what was set aside before. */
    private static String sign(Entry entry) {
        return "AVAILABLE".equals(entry.to()) ? "+ " : "AVAILABLE".equals(entry.from()) ? "− " : "";
    }
}
