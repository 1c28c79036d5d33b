package nl.klimrek.portal.workload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.workload.WorkloadResponses.Capacity;
import nl.klimrek.portal.workload.WorkloadResponses.Conversation;
import nl.klimrek.portal.workload.WorkloadResponses.Overload;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A manager's coming weeks, and how many conversations they can have. */
@PageController
@RequestMapping("/team/load")
class WorkloadController {
    private static final String CAPACITY = "/api/conversations/capacity";
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final WorkloadPageFactory pages;
    private final ReaderFactory readers;
    private final CommandSender commands;

    WorkloadController(
            ServiceClient services,
            ParallelCalls parallel,
            WorkloadPageFactory pages,
            ReaderFactory readers,
            CommandSender commands) {
        this.services = services;
        this.parallel = parallel;
        this.pages = pages;
        this.readers = readers;
        this.commands = commands;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        var capacity = parallel.start(() -> services.get(viewer, Upstream.CONVERSATIONS, CAPACITY, Capacity.class));
        var overload = parallel.start(() ->
                services.list(viewer, Upstream.CONVERSATIONS, "/api/conversations/overload?limit=50", Overload.class));
        var talks = services.list(viewer, Upstream.CONVERSATIONS, "/api/conversations?limit=200", Conversation.class);
        model.addAttribute("page", pages.of(readers.of(viewer), talks, capacity.get(), overload.get()));
        return "workload/workload";
    }

    @PostMapping("/capacity")
    String set(FormPost post) {
        return commands.put(
                        post,
                        Upstream.CONVERSATIONS,
                        CAPACITY,
                        () -> JsonNodeFactory.instance
                                .objectNode()
                                .put("perDay", post.number("perDay"))
                                .put("perWeek", post.number("perWeek")))
                .done("load.capacity.set")
                .to("/team/load");
    }
}
