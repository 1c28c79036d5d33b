package nl.klimrek.portal.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Proposes, accepts and declines slots. A slot outside a participant's working time gives a warning first; sending it again confirms it.
 */
@PageController
@RequestMapping("/conversations/{id:[A-Za-z0-9_:.@+-]+}")
class AppointmentStepController {
    private static final String WARNED = "slot-warned";
    private final ConversationCommands commands;
    private final ServiceClient services;
    private final ReaderFactory readers;

    AppointmentStepController(ConversationCommands commands, ServiceClient services, ReaderFactory readers) {
        this.commands = commands;
        this.services = services;
        this.readers = readers;
    }

    @PostMapping("/invitation")
    String invite(@PathVariable String id, FormPost post) {
        return slot(id, "invitation", post);
    }

    @PostMapping("/counter-proposal")
    String counter(@PathVariable String id, FormPost post) {
        return slot(id, "counter-proposal", post);
    }

    @PostMapping("/acceptance")
    String accept(@PathVariable String id, FormPost post) {
        return commands.send(
                post,
                id,
                "acceptance",
                () -> {
                    ObjectNode body = ConversationCommands.body()
                            .put("slotStart", post.text("slotStart"))
                            .put("slotEnd", post.text("slotEnd"));
                    return post.text("outside").isEmpty() ? body : body.put("outside", true);
                },
                "accepted");
    }

    @PostMapping("/decline")
    String decline(@PathVariable String id, FormPost post) {
        return commands.send(
                post, id, "decline", () -> ConversationCommands.body().put("reason", post.text("reason")), "declined");
    }

    @PostMapping("/cancellation")
    String cancel(@PathVariable String id, FormPost post) {
        return commands.send(
                post,
                id,
                "cancellation",
                () -> post.textOrNull("reason") == null
                        ? null
                        : ConversationCommands.body().put("reason", post.text("reason")),
                "cancelled");
    }

    private String slot(String id, String path, FormPost post) {
        return commands.withMessage(
                        commands.send(post, () -> {
                            Instant start = start(post);
                            Instant end = start.plus(post.minutes("minutes"));
                            boolean seen = chosen(post).equals(post.text("seen"));
                            ObjectNode body = ConversationCommands.body()
                                    .put("slotStart", start.toString())
                                    .put("slotEnd", end.toString());
                            if (seen) {
                                body.put("outside", true);
                            }
                            List<String> warnings = seen ? List.of() : warnings(id, post, start, end);
                            return warnings.isEmpty()
                                    ? commands.post(post, id, path, body, "")
                                    : warned(post, warnings);
                        }),
                        post,
                        "proposed")
                .to(ConversationCommands.path(id));
    }

    /** The chosen slot as text; the form sends it back to confirm that its warning was read. */
    private static String chosen(FormPost post) {
        return String.join(
                        " ", post.text("pick"), post.text("start.day"), post.text("start.time"), post.text("minutes"))
                .strip();
    }

    private List<String> warnings(String id, FormPost post, Instant start, Instant end) {
        Reader reader = readers.of(post.viewer());
        Section<AvailabilityResponse> times = services.get(
                post.viewer(),
                Upstream.CONVERSATIONS,
                "/api/conversations/" + id + "/times?from="
                        + start.atZone(post.zone()).toLocalDate(),
                AvailabilityResponse.class);
        return times.isOk() ? new SlotWarnings(reader, times.value()).of(start, end) : List.of();
    }

    private Section<JsonNode> warned(FormPost post, List<String> warnings) {
        Reader reader = readers.of(post.viewer());
        return Section.failed(new Trouble(
                409,
                WARNED,
                reader.say("conversation.warned"),
                String.join(" ", warnings) + " " + reader.say("conversation.warned.again"),
                true,
                Map.of()));
    }

    /** A free half hour that was picked, or another moment that was filled in; not both. */
    private static Instant start(FormPost post) {
        Instant filled = post.moment("start");
        String pick = post.text("pick");
        if (pick.isEmpty() == (filled == null)) {
            throw post.invalid(
                    pick.isEmpty() ? "start.day" : "pick",
                    pick.isEmpty() ? "conversation.slot.none" : "conversation.slot.both");
        }
        if (filled != null) {
            return filled;
        }
        try {
            return LocalDateTime.parse(pick, WeekView.PICK).atZone(post.zone()).toInstant();
        } catch (DateTimeException unreadable) {
            throw post.invalid("pick", "conversation.slot.none");
        }
    }
}
