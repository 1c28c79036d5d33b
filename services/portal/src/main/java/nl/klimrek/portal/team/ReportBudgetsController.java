package nl.klimrek.portal.team;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.klimrek.portal.budgets.ReportPots;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A report's learning budgets and what happened in them, opened on purpose because that look is logged. */
@PageController
class ReportBudgetsController {
    private final ServiceClient services;
    private final ReaderFactory readers;
    private final ParallelCalls parallel;

    ReportBudgetsController(ServiceClient services, ReaderFactory readers, ParallelCalls parallel) {
        this.services = services;
        this.readers = readers;
        this.parallel = parallel;
    }

    /** An entry of the ledger. */
    record Entry(Instant at, String type, String pot, String unit, long amount) {}

    /** @param history the newest first */
    record ReportBudgetsPage(String person, String name, List<BarChart> pots, Section<List<Line>> history) {
        record Line(String text, String pot, String day) {}
    }

    @GetMapping("/team/{person:[A-Za-z0-9_:.@+-]+}/budgets")
    String read(@PathVariable String person, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        var ledger = parallel.start(() -> services.list(
                viewer,
                Upstream.LEARNING_BUDGETS,
                "/api/learning-budgets/" + person + "/ledger?limit=200",
                Entry.class));
        List<ReportPots.Pot> pots = services.get(
                        viewer, Upstream.LEARNING_BUDGETS, "/api/learning-budgets/" + person, ReportPots.Account.class)
                .orThrow()
                .pots();
        model.addAttribute(
                "page",
                new ReportBudgetsPage(
                        person,
                        reader.name(person),
                        pots.stream().map(pot -> ReportPots.chart(reader, pot)).toList(),
                        ledger.get().map(entries -> history(reader, entries))));
        return "team/budgets";
    }

    private static List<ReportBudgetsPage.Line> history(Reader reader, List<Entry> entries) {
        List<ReportBudgetsPage.Line> lines = new ArrayList<>(entries.stream()
                .map(entry -> new ReportBudgetsPage.Line(
                        reader.say("team.entry." + entry.type(), reader.amount(entry.unit(), entry.amount())),
                        ReportPots.name(reader, entry.pot()),
                        reader.shortDay(reader.today(entry.at()))))
                .toList());
        Collections.reverse(lines);
        return lines;
    }
}
