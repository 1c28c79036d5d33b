package nl.klimrek.portal.conversation;

import java.util.Map;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.reader.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Agenda points and notes, shared or private. */
@PageController
@RequestMapping("/conversations/{id:[A-Za-z0-9_:.@+-]+}")
class AgendaStepController {
    private static final String PART = "{part:[A-Za-z0-9_:.@+-]+}";
    private final ConversationCommands commands;

    AgendaStepController(ConversationCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/points")
    String add(@PathVariable String id, FormPost post) {
        return commands.send(
                post, id, "agenda", () -> ConversationCommands.body().put("text", post.text("text")), "point");
    }

    @PostMapping("/points/" + PART + "/removal")
    String remove(@PathVariable String id, @PathVariable String part, FormPost post) {
        return commands.send(post, id, "agenda/" + part + "/removal", "point.removed");
    }

    @PostMapping("/notes")
    String write(@PathVariable String id, FormPost post) {
        return commands.send(
                post,
                id,
                "notes",
                () -> ConversationCommands.body()
                        .put("text", post.text("text"))
                        .put("shared", post.isChecked("shared")),
                post.isChecked("shared") ? "note.shared" : "note");
    }

    @PostMapping("/notes/" + PART + "/{step:sharing|deletion}")
    String note(@PathVariable String id, @PathVariable String part, @PathVariable String step, FormPost post) {
        return commands.send(
                post,
                id,
                "notes/" + part + "/" + step,
                Map.of("sharing", "note.shared", "deletion", "note.deleted").get(step));
    }
}
