package nl.klimrek.portal.teamdialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Supplier;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Commands of a team's dialogue; each returns to the page of its form. */
@PageController
@RequestMapping({"/team/dialogues/{id:[A-Za-z0-9_:.@+-]+}", "/conversations/team/{id:[A-Za-z0-9_:.@+-]+}"})
class TeamDialogueStepController {
    private static final String PART = "[A-Za-z0-9_:.@+-]+";
    private final CommandSender commands;

    TeamDialogueStepController(CommandSender commands) {
        this.commands = commands;
    }

    @PostMapping("/invitation")
    String invite(@PathVariable String id, FormPost post) {
        return step(id, "/invitation", post, "teamdialogue.invited", () -> {
            Instant start = post.moment("slot");
            if (start == null) {
                throw post.invalid("slot.day", "form.day");
            }
            return object().put("slotStart", start.toString())
                    .put("slotEnd", start.plus(post.minutes("minutes")).toString());
        });
    }

    @PostMapping("/goals")
    String goal(@PathVariable String id, FormPost post) {
        return step(id, "/goals", post, "teamdialogue.goal.added", () -> text(post));
    }

    @PostMapping("/goals/{goal:" + PART + "}/contributions")
    String offer(@PathVariable String id, @PathVariable String goal, FormPost post) {
        return step(id, "/goals/" + goal + "/contributions", post, "teamdialogue.offered", () -> text(post));
    }

    @PostMapping("/holding")
    String hold(@PathVariable String id, FormPost post) {
        return step(id, "/holding", post, "teamdialogue.held", () -> {
            ObjectNode body = object().put("present", post.number("present"));
            Instant heldAt = post.moment("held");
            return heldAt == null ? body : body.put("heldAt", heldAt.toString());
        });
    }

    @PostMapping("/agreements")
    String agree(@PathVariable String id, FormPost post) {
        return step(id, "/agreements", post, "teamdialogue.agreed", () -> {
            ObjectNode body = text(post);
            if (post.day("dueDate") == null) {
                throw post.invalid("dueDate", "form.day");
            }
            body.put("dueDate", post.day("dueDate").toString());
            return post.text("owner").isEmpty() ? body : body.put("owner", post.text("owner"));
        });
    }

    @PostMapping("/agreements/{agreement:" + PART + "}/keeping")
    String keep(@PathVariable String id, @PathVariable String agreement, FormPost post) {
        return step(id, "/agreements/" + agreement + "/keeping", post, "teamdialogue.kept", () -> null);
    }

    @PostMapping("/agreements/{agreement:" + PART + "}/dropping")
    String drop(@PathVariable String id, @PathVariable String agreement, FormPost post) {
        return step(id, "/agreements/" + agreement + "/dropping", post, "teamdialogue.dropped", () -> null);
    }

    @PostMapping("/closing")
    String close(@PathVariable String id, FormPost post) {
        return step(
                id,
                "/closing",
                post,
                "teamdialogue.closed",
                () -> post.text("reason").isEmpty() ? object() : object().put("noActionReason", post.text("reason")));
    }

    @PostMapping("/cancellation")
    String cancel(@PathVariable String id, FormPost post) {
        return step(id, "/cancellation", post, "teamdialogue.cancelled", () -> null);
    }

    private String step(String id, String step, FormPost post, String done, Supplier<JsonNode> body) {
        return commands.post(post, Upstream.CONVERSATIONS, TeamDialogueClient.API + "/" + id + step, body)
                .done(done)
                .back();
    }

    private static ObjectNode text(FormPost post) {
        if (post.text("text").isEmpty()) {
            throw post.invalid("text", "teamdialogue.text.needed");
        }
        return object().put("text", post.text("text"));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
