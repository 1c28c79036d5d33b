package nl.klimrek.portal.hr;

import java.time.Clock;
import java.util.List;
import nl.klimrek.portal.hr.HrAnswers.Cycle;
import nl.klimrek.portal.hr.HrAnswers.Letters;
import nl.klimrek.portal.hr.HrAnswers.Overload;
import nl.klimrek.portal.hr.HrAnswers.Summary;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Together;
import nl.klimrek.portal.reader.Together.Part;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** HR's start page. */
@PageController
class HrController {
    /** Where HR works, in the order of the page. */
    private static final List<String> ROOMS = List.of(
            "people",
            "imports",
            "quarantine",
            "checklists",
            "cycles",
            "questions",
            "insights",
            "budgets",
            "guarantees");

    private final Services services;
    private final Together together;
    private final Readers readers;
    private final Clock clock;

    HrController(Services services, Together together, Readers readers, Clock clock) {
        this.services = services;
        this.together = together;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/hr")
    String hr(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return viewer.is("AUDITOR") ? "redirect:/journal" : "redirect:/";
        }
        Part<Section<Summary>> summary =
                together.ask(() -> services.get(viewer, Service.PEOPLE, "/api/people/summary", Summary.class));
        Part<Section<List<Cycle>>> cycles =
                together.ask(() -> services.list(viewer, Service.CONVERSATIONS, "/api/cycles?limit=100", Cycle.class));
        Part<Section<List<Overload>>> overload = together.ask(() -> services.list(
                viewer, Service.CONVERSATIONS, "/api/conversations/overload?all=true&limit=200", Overload.class));
        Section<Letters> letters =
                services.get(viewer, Service.JOURNAL, "/api/journal/dead-letters?limit=1", Letters.class);
        model.addAttribute(
                "page",
                HrPage.of(
                        summary.get(),
                        cycles.get(),
                        overload.get(),
                        letters,
                        readers.of(viewer).today(clock.instant())));
        model.addAttribute("rooms", ROOMS);
        return "hr/start";
    }
}
