package nl.klimrek.portal.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.form.Steps;
import nl.klimrek.portal.load.LoadAnswers.Capacity;
import nl.klimrek.portal.load.LoadAnswers.Overload;
import nl.klimrek.portal.load.LoadAnswers.Talk;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Together;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A manager's coming weeks, and how many conversations they can have. */
@PageController
@RequestMapping("/team/load")
class TeamLoadController {
    private static final String CAPACITY = "/api/conversations/capacity";
    private final Services services;
    private final Together together;
    private final LoadPages pages;
    private final Readers readers;
    private final Steps steps;

    TeamLoadController(Services services, Together together, LoadPages pages, Readers readers, Steps steps) {
        this.services = services;
        this.together = together;
        this.pages = pages;
        this.readers = readers;
        this.steps = steps;
    }

    @GetMapping
    String look(Viewer viewer, Model model) {
        var capacity = together.ask(() -> services.get(viewer, Service.CONVERSATIONS, CAPACITY, Capacity.class));
        var overload = together.ask(() ->
                services.list(viewer, Service.CONVERSATIONS, "/api/conversations/overload?limit=50", Overload.class));
        var talks = services.list(viewer, Service.CONVERSATIONS, "/api/conversations?limit=200", Talk.class);
        model.addAttribute("page", pages.of(readers.of(viewer), talks, capacity.get(), overload.get()));
        return "load/load";
    }

    @PostMapping("/capacity")
    String set(FormPost post) {
        return steps.put(
                        post,
                        Service.CONVERSATIONS,
                        CAPACITY,
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("perDay", post.number("perDay"))
                                .put("perWeek", post.number("perWeek")))
                .done("load.capacity.set")
                .to("/team/load");
    }
}
