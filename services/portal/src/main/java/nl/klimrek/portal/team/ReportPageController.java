package nl.klimrek.portal.team;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows one report and requests a conversation with them. */
@PageController
@RequestMapping("/team/{person:[A-Za-z0-9_:.@+-]+}")
class ReportPageController {
    private final TeamClient client;
    private final ReportPageFactory pages;
    private final ReaderFactory readers;
    private final CommandSender commands;

    ReportPageController(TeamClient client, ReportPageFactory pages, ReaderFactory readers, CommandSender commands) {
        this.client = client;
        this.pages = pages;
        this.readers = readers;
        this.commands = commands;
    }

    @GetMapping
    String show(@PathVariable String person, Viewer viewer, Model model) {
        model.addAttribute("page", pages.of(readers.of(viewer), person, client.report(viewer, person)));
        return "team/report";
    }

    @PostMapping("/conversations")
    String ask(@PathVariable String person, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, "/api/conversations", () -> {
                    ObjectNode body = JsonNodeFactory.instance
                            .objectNode()
                            .put("type", post.text("type"))
                            .put("employee", person);
                    put(body, "windowFrom", post.day("windowFrom"));
                    put(body, "windowUntil", post.day("windowUntil"));
                    return body;
                })
                .done("team.started", readers.of(post.viewer()).name(person))
                .to(made -> "/conversations/" + made.path("id").asText());
    }

    private static void put(ObjectNode body, String field, java.time.@Nullable LocalDate day) {
        if (day != null) {
            body.put(field, day.toString());
        }
    }
}
