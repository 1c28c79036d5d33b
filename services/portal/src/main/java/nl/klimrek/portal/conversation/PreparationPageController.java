package nl.klimrek.portal.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Preparation: a few questions that the reader may swap, skip or answer; private until shared. */
@PageController
@RequestMapping("/conversations/{id:[A-Za-z0-9_:.@+-]+}")
class PreparationPageController {
    /** Prefix of the fields with answers; the id of the question follows. */
    private static final String ANSWER = "answer.";

    private final ConversationCommands commands;
    private final CommandSender plain;
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final ReaderFactory readers;

    PreparationPageController(
            ConversationCommands commands,
            CommandSender plain,
            ServiceClient services,
            ParallelCalls parallel,
            ReaderFactory readers) {
        this.commands = commands;
        this.plain = plain;
        this.services = services;
        this.parallel = parallel;
        this.readers = readers;
    }

    @GetMapping("/preparation")
    String show(@PathVariable String id, Viewer viewer, Model model) {
        String at = "/api/conversations/" + id;
        Part<Section<ConversationResponse>> talk =
                parallel.start(() -> services.get(viewer, Upstream.CONVERSATIONS, at, ConversationResponse.class));
        Part<Section<QuestionnaireResponse>> sheet = parallel.start(
                () -> services.get(viewer, Upstream.CONVERSATIONS, at + "/preparation", QuestionnaireResponse.class));
        Part<Section<JsonNode>> mode = parallel.start(
                () -> services.get(viewer, Upstream.CONVERSATIONS, "/api/questions/mode", JsonNode.class));
        Reader reader = readers.of(viewer);
        ConversationResponse found =
                ConversationPageController.known(reader, talk.get()).value();
        model.addAttribute(
                "page",
                PreparationPage.of(
                        reader,
                        found,
                        ConversationPageController.known(reader, sheet.get()).value(),
                        mode.get().isOk() ? mode.get().value().path("mode").asText("") : "",
                        talk.get().etag()));
        return "conversation/preparation";
    }

    @PostMapping("/preparation")
    String save(@PathVariable String id, FormPost post) {
        return commands.withMessage(
                        commands.send(post, () -> {
                            ObjectNode answers = answers(post);
                            if (answers.path("answers").isEmpty()) {
                                throw post.invalid("answers", "conversation.answers.none");
                            }
                            return commands.post(post, id, "preparation", answers, "");
                        }),
                        post,
                        "prepared")
                .back();
    }

    /** Saves the answers so far, then swaps the question. */
    @PostMapping("/questions/{question:[A-Za-z0-9_:.@+-]+}/swap")
    String swap(@PathVariable String id, @PathVariable String question, FormPost post) {
        return commands.withMessage(
                        commands.send(post, () -> {
                            ObjectNode answers = answers(post);
                            if (!answers.path("answers").isEmpty()) {
                                Section<JsonNode> saved = commands.post(post, id, "preparation", answers, "");
                                if (!saved.isOk()) {
                                    return saved;
                                }
                            }
                            return commands.post(post, id, "questions/" + question + "/swap", null, ".swap");
                        }),
                        post,
                        "swapped")
                .back();
    }

    @PostMapping("/preparation/sharing")
    String share(@PathVariable String id, FormPost post) {
        return commands.send(post, id, "preparation/sharing", "shared");
    }

    @PostMapping("/preparation/withdrawal")
    String unshare(@PathVariable String id, FormPost post) {
        return commands.send(post, id, "preparation/sharing/withdrawal", "unshared");
    }

    @PostMapping("/preparation/mode")
    String mode(@PathVariable String id, FormPost post) {
        return plain.post(post, Upstream.CONVERSATIONS, "/api/questions/mode", () -> {
                    ObjectNode body = ConversationCommands.body();
                    return post.textOrNull("mode") == null ? body.putNull("mode") : body.put("mode", post.text("mode"));
                })
                .done("conversation.done.mode")
                .back();
    }

    private static ObjectNode answers(FormPost post) {
        ObjectNode body = ConversationCommands.body();
        ArrayNode answers = body.putArray("answers");
        post.fields().keySet().stream()
                .filter(name -> name.startsWith(ANSWER) && !post.text(name).isEmpty())
                .forEach(name -> answers.addObject()
                        .put("question", name.substring(ANSWER.length()))
                        .put("text", post.text(name)));
        return body;
    }
}
