package nl.klimrek.portal.budgets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.budgets.BudgetDecisionResponses.Entry;
import nl.klimrek.portal.reader.Reader;

/** A person's earlier budget requests, from the ledger of their pots: amounts and outcomes, no texts. */
final class EarlierRequests {
    private EarlierRequests() {}

    /** @param without the request that is decided on now; the newest of the others comes first */
    static List<String> of(Reader reader, List<Entry> ledger, String without) {
        Map<String, List<Entry>> requests = new LinkedHashMap<>();
        ledger.stream()
                .filter(entry -> entry.request() != null && !entry.request().equals(without))
                .forEach(entry -> requests.computeIfAbsent(entry.request(), id -> new ArrayList<>())
                        .add(entry));
        List<String> lines = new ArrayList<>();
        requests.values().forEach(entries -> lines.add(0, line(reader, entries)));
        return List.copyOf(lines);
    }

    private static String line(Reader reader, List<Entry> entries) {
        String came = entries.stream().anyMatch(entry -> "SPENT".equals(entry.type()))
                ? "SPENT"
                : entries.stream().anyMatch(entry -> "COMMITTED".equals(entry.type()))
                        ? "COMMITTED"
                        : entries.stream().anyMatch(entry -> "RELEASED".equals(entry.type())) ? "RELEASED" : "RESERVED";
        Instant asked = entries.get(0).at();
        return reader.say(
                "decision.before." + came,
                reader.shortDay(reader.today(asked)),
                amounts(reader, entries, "RESERVED"),
                amounts(reader, entries, "SPENT"));
    }

    /** Sums of one kind, apart for euros and hours. */
    private static String amounts(Reader reader, List<Entry> entries, String type) {
        Map<String, Long> sums = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> type.equals(entry.type()))
                .forEach(entry -> sums.merge(entry.unit(), entry.amount(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> reader.amount(sum.getKey(), sum.getValue()))
                .reduce((one, other) -> one + " + " + other)
                .orElse("");
    }
}
