package nl.klimrek.portal.hr;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.hr.HrResponses.Cycle;
import nl.klimrek.portal.hr.HrResponses.Letters;
import nl.klimrek.portal.hr.HrResponses.Overload;
import nl.klimrek.portal.hr.HrResponses.Summary;
import nl.klimrek.portal.hr.HrResponses.Webhook;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** HR's start page. */
@PageController
class HrStartController {
    /** The sections of HR's start page, in order. */
    private static final List<String> ROOMS = List.of(
            "people",
            "imports",
            "quarantine",
            "checklists",
            "skills",
            "offers",
            "career-steps",
            "cycles",
            "questions",
            "coaches",
            "reminders",
            "insights",
            "budgets",
            "guarantees");

    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final ReaderFactory readers;
    private final Clock clock;

    HrStartController(ServiceClient services, ParallelCalls parallel, ReaderFactory readers, Clock clock) {
        this.services = services;
        this.parallel = parallel;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/hr")
    String hr(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return viewer.is("AUDITOR") ? "redirect:/journal" : "redirect:/";
        }
        Part<Section<Summary>> summary =
                parallel.start(() -> services.get(viewer, Upstream.PEOPLE, "/api/people/summary", Summary.class));
        Part<Section<List<Cycle>>> cycles = parallel.start(
                () -> services.list(viewer, Upstream.CONVERSATIONS, "/api/cycles?limit=100", Cycle.class));
        Part<Section<List<Overload>>> overload = parallel.start(() -> services.list(
                viewer, Upstream.CONVERSATIONS, "/api/conversations/overload?all=true&limit=200", Overload.class));
        Part<Section<List<Webhook>>> webhooks = parallel.start(
                () -> services.get(viewer, Upstream.REMINDERS, "/api/reminders/webhooks", Webhook[].class)
                        .map(Arrays::asList));
        Section<Letters> letters =
                services.get(viewer, Upstream.JOURNAL, "/api/journal/dead-letters?limit=1", Letters.class);
        model.addAttribute(
                "page",
                HrStartPage.of(
                        summary.get(),
                        cycles.get(),
                        overload.get(),
                        letters,
                        webhooks.get(),
                        readers.of(viewer).today(clock.instant())));
        model.addAttribute("rooms", ROOMS);
        return "hr/start";
    }
}
