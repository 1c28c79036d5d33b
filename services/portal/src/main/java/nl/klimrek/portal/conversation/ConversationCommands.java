package nl.klimrek.portal.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.CommandSender.SentCommand;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends the commands of a conversation's forms and returns to its page with a message. */
@Component
final class ConversationCommands {
    private final CommandSender commands;
    private final ServiceClient services;
    private final ReaderFactory readers;
    private final LastChangeFinder changes;

    ConversationCommands(
            CommandSender commands, ServiceClient services, ReaderFactory readers, LastChangeFinder changes) {
        this.commands = commands;
        this.services = services;
        this.readers = readers;
        this.changes = changes;
    }

    /**
     * Sends a command and shows a message about it.
     *
     * @param path under the conversation
     * @param body reads the form; may give null
     * @param done name of the text that tells it, with the other's name as its argument
     */
    String send(FormPost post, String id, String path, Supplier<JsonNode> body, @Nullable String done) {
        return withMessage(commands.send(post, () -> post(post, id, path, body.get(), "")), post, done)
                .to(path(id));
    }

    String send(FormPost post, String id, String path, @Nullable String done) {
        return send(post, id, path, () -> null, done);
    }

    /** Posts one command of this conversation; {@code part} distinguishes the commands of one form. */
    Section<JsonNode> post(FormPost post, String id, String path, @Nullable JsonNode body, String part) {
        Section<JsonNode> answer = services.post(
                post.viewer(),
                Upstream.CONVERSATIONS,
                "/api/conversations/" + id + "/" + path,
                body,
                new CommandHeaders(post.key() + part, part.isEmpty() ? post.etag() : null),
                JsonNode.class);
        return answer.isOk()
                ? answer
                : Section.failed(changes.explained(readers.of(post.viewer()), id, answer.trouble()));
    }

    SentCommand send(FormPost post, Supplier<Section<JsonNode>> command) {
        return commands.send(post, command);
    }

    SentCommand withMessage(SentCommand sent, FormPost post, @Nullable String done) {
        return sent.done(
                "conversation.done." + done,
                sent.accepted() ? other(readers.of(post.viewer()), sent.answer().value()) : "");
    }

    static String path(String id) {
        return "/conversations/" + id;
    }

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String other(Reader reader, JsonNode step) {
        String employee = step == null ? "" : step.path("employee").asText();
        return step == null || !step.hasNonNull("counterpart")
                ? ""
                : reader.name(
                        employee.equals(reader.viewer().person())
                                ? step.path("counterpart").asText()
                                : employee);
    }
}
