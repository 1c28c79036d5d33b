package nl.klimrek.portal.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.reader.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Records that the meeting took place, its report and the confirmations. */
@PageController
@RequestMapping("/conversations/{id:[A-Za-z0-9_:.@+-]+}")
class MeetingStepController {
    private final ConversationCommands commands;

    MeetingStepController(ConversationCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/holding")
    String hold(@PathVariable String id, FormPost post) {
        return commands.send(
                post,
                id,
                "holding",
                () -> {
                    ObjectNode body = ConversationCommands.body();
                    Instant held = post.moment("held");
                    if (held != null) {
                        body.put("heldAt", held.toString());
                    }
                    post.all("question").forEach(body.putArray("questions")::add);
                    return body;
                },
                "held");
    }

    @PostMapping("/holding/correction")
    String rebalance(@PathVariable String id, FormPost post) {
        return commands.send(
                post,
                id,
                "holding/correction",
                () -> {
                    ObjectNode body = ConversationCommands.body();
                    for (String kind : new String[] {"approach", "horizon", "perspective"}) {
                        if (post.textOrNull(kind) != null) {
                            body.put(kind, post.text(kind));
                        }
                    }
                    return body;
                },
                "rebalanced");
    }

    @PostMapping("/report")
    String record(@PathVariable String id, FormPost post) {
        return commands.send(post, id, "report", () -> text(post), "recorded");
    }

    @PostMapping("/correction")
    String correct(@PathVariable String id, FormPost post) {
        return commands.send(post, id, "report/correction", () -> text(post), "corrected");
    }

    @PostMapping("/statement")
    String state(@PathVariable String id, FormPost post) {
        return commands.send(post, id, "statement", () -> text(post), "stated");
    }

    @PostMapping("/confirmation")
    String confirm(@PathVariable String id, FormPost post) {
        return commands.send(
                post,
                id,
                "confirmation",
                () -> ConversationCommands.body().put("version", post.number("version")),
                "confirmed");
    }

    private static ObjectNode text(FormPost post) {
        return ConversationCommands.body().put("text", post.text("text"));
    }
}
