package nl.klimrek.portal.conversations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.klimrek.portal.conversations.ManagerHandoverResponses.Handover;
import nl.klimrek.portal.conversations.ManagerHandoverResponses.Line;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Hand-overs to a new manager: below {@code /team} for the manager, below {@code /conversations} for the employee. */
@PageController
class ManagerHandoverController {
    private static final String ID = "/{id:[A-Za-z0-9_:.@+-]+}";
    private static final String TEAM = "/team/handovers";
    private static final String OWN = "/conversations/handovers";
    private static final String API = "/api/conversations/handovers";
    private final ServiceClient services;
    private final ReaderFactory readers;
    private final CommandSender commands;

    ManagerHandoverController(ServiceClient services, ReaderFactory readers, CommandSender commands) {
        this.services = services;
        this.readers = readers;
        this.commands = commands;
    }

    /** @param mine whether the reader is the employee in these */
    record HandoversPage(boolean mine, Section<List<Row>> rows) {
        record Row(String path, String text, String meta, String status, String statusText) {}
    }

    @GetMapping(TEAM)
    String received(Viewer viewer, Model model) {
        return list(viewer, model, false);
    }

    @GetMapping(OWN)
    String own(Viewer viewer, Model model) {
        return list(viewer, model, true);
    }

    @GetMapping({TEAM + ID, OWN + ID})
    String show(@PathVariable String id, Viewer viewer, Model model) {
        Section<Handover> found = services.get(viewer, Upstream.CONVERSATIONS, API + "/" + id, Handover.class);
        model.addAttribute("page", ManagerHandoverPage.of(readers.of(viewer), found.orThrow(), found.etag()));
        return "conversations/handover";
    }

    @PostMapping(OWN + ID + "/approval")
    String approve(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, API + "/" + id + "/approval", () -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    ArrayNode agreements = body.putArray("agreements");
                    post.all("agreements").forEach(agreements::add);
                    if (!post.text("statement").isEmpty()) {
                        body.put("statement", post.text("statement"));
                    }
                    return body;
                })
                .done("handover.approved")
                .to(OWN + "/" + id);
    }

    @PostMapping(OWN + ID + "/withholding")
    String withhold(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, API + "/" + id + "/withholding")
                .done("handover.withheld")
                .to(OWN + "/" + id);
    }

    private String list(Viewer viewer, Model model, boolean mine) {
        Reader reader = readers.of(viewer);
        Section<List<Line>> found = services.list(viewer, Upstream.CONVERSATIONS, API + "?limit=200", Line.class);
        model.addAttribute(
                "page",
                new HandoversPage(
                        mine,
                        found.map(lines -> lines.stream()
                                .filter(line -> line.employee().equals(viewer.person()) == mine)
                                .map(line -> row(reader, line, mine))
                                .toList())));
        return "conversations/handovers";
    }

    private static HandoversPage.Row row(Reader reader, Line line, boolean mine) {
        String text = mine
                ? reader.say("handover.title.mine", reader.name(line.counterpart()))
                : reader.say("handover.title.theirs", reader.name(line.employee()));
        return new HandoversPage.Row(
                (mine ? OWN : TEAM) + "/" + line.id(),
                text,
                reader.say("handover.since", reader.shortDay(line.effectiveOn())),
                line.status(),
                reader.code("handover.status", line.status()));
    }
}
