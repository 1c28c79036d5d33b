package nl.klimrek.portal.form;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Sends the command of a form and gives the next page a message. After a refusal the reader returns to the form, with
 * every word kept.
 */
@Component
public final class CommandSender {
    /** Flash attributes: a {@link DoneMessage}, a {@link Trouble}, and the name of the form that was refused. */
    static final String DONE = "done";

    static final String TROUBLE = "trouble";
    static final String REFUSED = "refusedForm";

    private final ServiceClient services;
    private final DraftService remembered;
    private final ReaderFactory readers;

    CommandSender(ServiceClient services, DraftService remembered, ReaderFactory readers) {
        this.services = services;
        this.remembered = remembered;
        this.readers = readers;
    }

    /**
     * Posts to a service.
     *
     * @param body reads the form; may give null for a command without a body
     */
    public SentCommand post(FormPost post, Upstream service, String path, Supplier<JsonNode> body) {
        return send(
                post,
                () -> services.post(
                        post.viewer(),
                        service,
                        path,
                        body.get(),
                        new CommandHeaders(post.key(), post.etag()),
                        JsonNode.class));
    }

    /** The same, of a command without a body. */
    public SentCommand post(FormPost post, Upstream service, String path) {
        return post(post, service, path, () -> null);
    }

    /** Puts something in the place of what was there. */
    public SentCommand put(FormPost post, Upstream service, String path, Supplier<JsonNode> body) {
        return send(
                post,
                () -> services.put(
                        post.viewer(),
                        service,
                        path,
                        body.get(),
                        new CommandHeaders(post.key(), post.etag()),
                        JsonNode.class));
    }

    /** Sends a DELETE. */
    public SentCommand delete(FormPost post, Upstream service, String path) {
        return send(
                post,
                () -> services.delete(
                        post.viewer(), service, path, new CommandHeaders(post.key(), post.etag()), JsonNode.class));
    }

    /** Runs a command that may read the form; an unreadable field becomes an error of that field. */
    public SentCommand send(FormPost post, Supplier<Section<JsonNode>> command) {
        Reader reader = readers.of(post.viewer());
        Section<JsonNode> answer;
        try {
            answer = command.get();
        } catch (UnreadableFieldException unreadable) {
            String message = reader.say(unreadable.message());
            answer = Section.failed(new Trouble(
                    400,
                    unreadable.message(),
                    reader.say("form.unreadable"),
                    message,
                    true,
                    Map.of(unreadable.field(), message)));
        }
        if (answer.isOk()) {
            remembered.forget(post);
        } else {
            remembered.keep(post, answer.trouble().answered());
        }
        return new SentCommand(post, reader, answer);
    }

    /** A command that was sent. Its answer decides which page comes next. */
    public static final class SentCommand {
        private final FormPost post;
        private final Reader reader;
        private final Section<JsonNode> answer;
        private @Nullable DoneMessage done;

        private SentCommand(FormPost post, Reader reader, Section<JsonNode> answer) {
            this.post = post;
            this.reader = reader;
            this.answer = answer;
        }

        public boolean accepted() {
            return answer.isOk();
        }

        public Section<JsonNode> answer() {
            return answer;
        }

        /** Sets the message to show after success. */
        public SentCommand done(String key, Object... arguments) {
            done = new DoneMessage(reader.say(key, arguments), null, null);
            return this;
        }

        /** Sets the undo step: its path for a POST, and its label. */
        public SentCommand undo(String path, String key) {
            done = new DoneMessage(Objects.requireNonNull(done).text(), path, reader.say(key));
            return this;
        }

        /** The page to go to after success; after a refusal it is the form's page. */
        public String to(String path) {
            return to(taken -> path);
        }

        /** The same, when the answer decides where. */
        public String to(Function<JsonNode, String> path) {
            if (answer.isOk()) {
                flash(DONE, done);
                return "redirect:" + path.apply(answer.value());
            }
            flash(TROUBLE, answer.trouble());
            flash(REFUSED, post.form());
            return "redirect:" + post.at();
        }

        /** Back to the page of the form, either way. */
        public String back() {
            return to(post.at());
        }

        private static void flash(String name, @Nullable Object value) {
            if (value != null
                    && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served) {
                HttpServletRequest request = served.getRequest();
                RequestContextUtils.getOutputFlashMap(request).put(name, value);
            }
        }
    }
}
