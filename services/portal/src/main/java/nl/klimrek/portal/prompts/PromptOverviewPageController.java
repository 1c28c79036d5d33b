package nl.klimrek.portal.prompts;

import java.util.Arrays;
import java.util.List;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Preview;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Rule;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Silence;
import nl.klimrek.portal.prompts.PromptOverviewResponses.Undeliverable;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** HR's page about reminders: the coming week, silences and the rules in force. */
@PageController
class PromptOverviewPageController {
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final ReaderFactory readers;

    PromptOverviewPageController(ServiceClient services, ParallelCalls parallel, ReaderFactory readers) {
        this.services = services;
        this.parallel = parallel;
        this.readers = readers;
    }

    @GetMapping("/hr/reminders")
    String overview(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        var week = parallel.start(
                () -> services.getWithLongTimeout(viewer, Upstream.REMINDERS, "/api/reminders/preview", Preview.class));
        var silences = parallel.start(
                () -> services.list(viewer, Upstream.REMINDERS, "/api/reminders/escalated?limit=200", Silence.class));
        var undeliverable = parallel.start(() -> services.list(
                viewer, Upstream.REMINDERS, "/api/reminders/undeliverable?limit=200", Undeliverable.class));
        Section<List<Rule>> rules = services.get(viewer, Upstream.REMINDERS, "/api/reminders/rules", Rule[].class)
                .map(Arrays::asList);
        model.addAttribute(
                "page",
                PromptOverviewPage.of(readers.of(viewer), week.get(), silences.get(), undeliverable.get(), rules));
        return "prompts/overview";
    }
}
