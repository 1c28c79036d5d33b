package nl.klimrek.portal.budgetpots;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import nl.klimrek.portal.budgetpots.PotResponses.Explanation;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Explains one of the reader's own pots at the end of a day. */
@PageController
class BudgetPotController {
    private final ServiceClient services;
    private final ReaderFactory readers;

    BudgetPotController(ServiceClient services, ReaderFactory readers) {
        this.services = services;
        this.readers = readers;
    }

    @GetMapping("/budgets/pots/{pot:[a-z][a-z0-9-]{0,40}}")
    String explain(@PathVariable String pot, @RequestParam(defaultValue = "") String on, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        LocalDate day = day(on);
        Explanation explanation = services.get(
                        viewer,
                        Upstream.LEARNING_BUDGETS,
                        "/api/learning-budgets/" + viewer.person() + "/pots/" + pot + "/explanation"
                                + (day == null ? "" : "?on=" + day),
                        Explanation.class)
                .orThrow();
        model.addAttribute("page", new PotPageFactory(reader).page(explanation, day == null));
        return "budgetpots/pot";
    }

    /** The day that was chosen; null for today, also when the text is no day. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
