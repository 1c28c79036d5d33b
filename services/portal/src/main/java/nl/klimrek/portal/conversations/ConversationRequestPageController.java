package nl.klimrek.portal.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.CommandSender.SentCommand;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests a conversation. If one of the same type is open, the page says so first. */
@PageController
class ConversationRequestPageController {
    private final CommandSender commands;
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final ReaderFactory readers;
    private final Clock clock;

    ConversationRequestPageController(
            CommandSender commands,
            ServiceClient services,
            ParallelCalls parallel,
            ReaderFactory readers,
            Clock clock) {
        this.commands = commands;
        this.services = services;
        this.parallel = parallel;
        this.readers = readers;
        this.clock = clock;
    }

    /** @param with who is chosen at first, as the form's own values name them */
    @GetMapping("/conversations/ask")
    String form(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String with,
            Viewer viewer,
            Model model) {
        Part<Section<JsonNode>> me =
                parallel.start(() -> services.get(viewer, Upstream.PEOPLE, "/api/people/me", JsonNode.class));
        Part<Section<List<JsonNode>>> reports = parallel.start(() -> viewer.is("MANAGER")
                ? services.list(
                        viewer,
                        Upstream.PEOPLE,
                        "/api/people/" + viewer.person() + "/reports?limit=200",
                        JsonNode.class)
                : Section.of(List.of(), null));
        Part<Section<JsonNode>> colleagues = parallel.start(() ->
                services.get(viewer, Upstream.CONVERSATIONS, "/api/conversations/feedback/colleagues", JsonNode.class));
        Reader reader = readers.of(viewer);
        List<String> team = new ArrayList<>();
        if (colleagues.get().isOk()) {
            colleagues.get().value().path("team").forEach(one -> team.add(one.asText()));
        }
        model.addAttribute(
                "page",
                ConversationRequestPage.of(
                        reader, me.get().orNull(), reports.get().orElse(List.of()), team, type, with));
        model.addAttribute(
                "away",
                me.get().isOk() || me.get().trouble().status() < 500
                        ? null
                        : me.get().trouble());
        model.addAttribute("today", reader.today(clock.instant()));
        return "conversations/ask";
    }

    @PostMapping("/conversations/ask")
    String ask(FormPost post) {
        Reader reader = readers.of(post.viewer());
        SentCommand sent = commands.send(post, () -> {
            ObjectNode body = body(post);
            Optional<ConversationListItem> open =
                    (post.text("type") + " " + post.text("with")).equals(post.text("seen"))
                            ? Optional.empty()
                            : open(post);
            return open.isPresent()
                    ? Section.failed(new Trouble(
                            409,
                            "conversation-open",
                            reader.say("conversations.open"),
                            reader.say(
                                    "conversations.open.text",
                                    reader.code("type", post.text("type")),
                                    reader.name(open.get().other()),
                                    reader.window(
                                            open.get().windowFrom(), open.get().windowUntil())),
                            true,
                            Map.of()))
                    : asked(post, body);
        });
        String other = !sent.accepted()
                ? ""
                : reader.name(
                        sent.answer()
                                        .value()
                                        .path("employee")
                                        .asText()
                                        .equals(post.viewer().person())
                                ? sent.answer().value().path("counterpart").asText()
                                : sent.answer().value().path("employee").asText());
        return sent.done("conversations.asked", other)
                .to(taken -> "/conversations/" + taken.path("id").asText());
    }

    /** Asks, and puts what it is about on the agenda. Sent again with the same key both are done once. */
    private Section<JsonNode> asked(FormPost post, ObjectNode body) {
        Section<JsonNode> asked = services.post(
                post.viewer(),
                Upstream.CONVERSATIONS,
                "/api/conversations",
                body,
                new CommandHeaders(post.key(), null),
                JsonNode.class);
        if (!asked.isOk() || post.textOrNull("about") == null) {
            return asked;
        }
        Section<JsonNode> point = services.post(
                post.viewer(),
                Upstream.CONVERSATIONS,
                "/api/conversations/" + asked.value().path("id").asText() + "/agenda",
                JsonNodeFactory.instance.objectNode().put("text", post.text("about")),
                new CommandHeaders(post.key() + ".about", null),
                JsonNode.class);
        Trouble trouble = point.trouble();
        return point.isOk()
                ? asked
                : Section.failed(new Trouble(
                        trouble.status(), trouble.code(), trouble.title(), trouble.detail(), false, trouble.errors()));
    }

    private static ObjectNode body(FormPost post) {
        String with = post.text("with");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", post.text("type"));
        if (with.startsWith(ConversationRequestPage.REPORT)) {
            body.put("employee", with.substring(ConversationRequestPage.REPORT.length()));
        } else if (with.startsWith(ConversationRequestPage.COLLEAGUE)) {
            if (!"CAREER".equals(post.text("type"))) {
                throw post.invalid("with", "conversations.with.career");
            }
            body.put("counterpart", with.substring(ConversationRequestPage.COLLEAGUE.length()));
        }
        put(body, "windowFrom", post.day("windowFrom"));
        put(body, "windowUntil", post.day("windowUntil"));
        return body;
    }

    private static void put(ObjectNode body, String name, @Nullable LocalDate day) {
        if (day != null) {
            body.put(name, day.toString());
        }
    }

    /** A conversation of this type with the same person that did not end yet. */
    private Optional<ConversationListItem> open(FormPost post) {
        String with = post.text("with");
        return services
                .list(post.viewer(), Upstream.CONVERSATIONS, "/api/conversations?limit=200", ConversationListItem.class)
                .orElse(List.of())
                .stream()
                .filter(entry -> !entry.isOver() && post.text("type").equals(entry.type()))
                .filter(entry -> with.startsWith(ConversationRequestPage.REPORT)
                        ? !entry.isOwn() && with.endsWith("." + entry.employee())
                        : with.startsWith(ConversationRequestPage.COLLEAGUE)
                                ? entry.isOwn() && with.endsWith("." + entry.counterpart())
                                : entry.isOwn() && "LINE".equals(entry.relation()))
                .findFirst();
    }
}
