package nl.klimrek.portal.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.reader.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Agreements, their outcome, and closing with or without one. */
@PageController
@RequestMapping("/conversations/{id:[A-Za-z0-9_:.@+-]+}")
class AgreementStepController {
    private static final String ID = ":[A-Za-z0-9_:.@+-]+}";
    private final ConversationCommands commands;

    AgreementStepController(ConversationCommands commands) {
        this.commands = commands;
    }

    @PostMapping("/agreements")
    String agree(@PathVariable String id, FormPost post) {
        return commands.send(
                post,
                id,
                "agreements",
                () -> {
                    LocalDate due = post.day("dueDate");
                    if (due == null) {
                        throw post.invalid("dueDate", "form.day");
                    }
                    return ConversationCommands.body()
                            .put("text", post.text("text"))
                            .put("owner", post.text("owner"))
                            .put("dueDate", due.toString());
                },
                "agreed");
    }

    /** @param from conversation in which it was made: this one, or an earlier one of which it was carried over */
    @PostMapping("/agreements/{from" + ID + "/{agreement" + ID + "/keeping")
    String keep(@PathVariable String id, @PathVariable String from, @PathVariable String agreement, FormPost post) {
        return commands.send(post, id, at(id, from, agreement) + "/keeping", "kept");
    }

    @PostMapping("/agreements/{from" + ID + "/{agreement" + ID + "/dropping")
    String drop(@PathVariable String id, @PathVariable String from, @PathVariable String agreement, FormPost post) {
        return commands.send(post, id, at(id, from, agreement) + "/dropping", () -> reason("reason", post), "dropped");
    }

    @PostMapping("/closing")
    String close(@PathVariable String id, FormPost post) {
        return commands.send(
                post,
                id,
                "closing",
                () -> post.textOrNull("reason") == null ? null : reason("noActionReason", post),
                "closed");
    }

    private static String at(String id, String from, String agreement) {
        return (from.equals(id) ? "" : "carried-over/" + from + "/") + "agreements/" + agreement;
    }

    private static ObjectNode reason(String name, FormPost post) {
        return ConversationCommands.body().put(name, post.text("reason"));
    }
}
