package nl.klimrek.portal.feedback;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import nl.klimrek.portal.feedback.FeedbackPage.Conversation;
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
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lists feedback requests and shows one: the colleague answers it, the requester reads and shares the answer. */
@PageController
@RequestMapping("/conversations/feedback")
class FeedbackPageController {
    static final String PAGE = "/conversations/feedback";
    static final String API = "/api/conversations/feedback";
    private static final String ANSWER = "answer.";
    private static final String ONE = "/{id:[A-Za-z0-9_:.@+-]+}";
    private final CommandSender commands;
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final ReaderFactory readers;

    FeedbackPageController(
            CommandSender commands, ServiceClient services, ParallelCalls parallel, ReaderFactory readers) {
        this.commands = commands;
        this.services = services;
        this.parallel = parallel;
        this.readers = readers;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        Part<Section<List<FeedbackListItem>>> toGive = parallel.start(() ->
                services.list(viewer, Upstream.CONVERSATIONS, API + "/to-give?limit=100", FeedbackListItem.class));
        Section<List<FeedbackListItem>> mine =
                services.list(viewer, Upstream.CONVERSATIONS, API + "?limit=100", FeedbackListItem.class);
        Section<List<FeedbackListItem>> asked = toGive.get();
        model.addAttribute("away", asked.isOk() ? mine.trouble() : asked.trouble());
        model.addAttribute(
                "page", FeedbackListPage.of(readers.of(viewer), asked.orElse(List.of()), mine.orElse(List.of())));
        model.addAttribute("asks", viewer.is("EMPLOYEE") || viewer.is("MANAGER"));
        return "feedback/list";
    }

    @GetMapping(ONE)
    String show(@PathVariable String id, Viewer viewer, Model model) {
        Part<Section<List<Conversation>>> talks = parallel.start(() ->
                services.list(viewer, Upstream.CONVERSATIONS, "/api/conversations?limit=200", Conversation.class));
        Reader reader = readers.of(viewer);
        Section<FeedbackResponse> found =
                known(reader, services.get(viewer, Upstream.CONVERSATIONS, API + "/" + id, FeedbackResponse.class));
        model.addAttribute(
                "page", FeedbackPage.of(reader, found.orThrow(), talks.get().orElse(List.of()), found.etag()));
        return "feedback/feedback";
    }

    @PostMapping(ONE + "/answer")
    String answer(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, API + "/" + id + "/answer", () -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    ArrayNode answers = body.putArray("answers");
                    for (int number = 1; post.fields().containsKey(ANSWER + number); number++) {
                        if (post.textOrNull(ANSWER + number) == null) {
                            throw post.invalid(ANSWER + number, "feedback.answer.missing");
                        }
                        answers.add(post.text(ANSWER + number));
                    }
                    return body;
                })
                .done("feedback.done.answered")
                .to(PAGE);
    }

    @PostMapping(ONE + "/decline")
    String decline(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, API + "/" + id + "/decline")
                .done("feedback.done.declined")
                .to(PAGE);
    }

    @PostMapping(ONE + "/withdrawal")
    String withdraw(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, API + "/" + id + "/withdrawal")
                .done("feedback.done.withdrawn")
                .to(PAGE);
    }

    @PostMapping(ONE + "/sharing")
    String share(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, API + "/" + id + "/sharing", () -> {
                    ObjectNode body =
                            JsonNodeFactory.instance.objectNode().put("conversation", post.text("conversation"));
                    ArrayNode questions = body.putArray("questions");
                    post.all("question").stream()
                            .filter(number -> number.matches("[0-9]"))
                            .forEach(number -> questions.add(Integer.parseInt(number)));
                    if (questions.isEmpty()) {
                        throw post.invalid("question", "feedback.share.none");
                    }
                    return body;
                })
                .done("feedback.done.shared")
                .back();
    }

    /** Another's feedback looks as one that does not exist. */
    private static Section<FeedbackResponse> known(Reader reader, Section<FeedbackResponse> found) {
        boolean hidden = !found.isOk()
                && (found.trouble().status() == 403 || found.trouble().status() == 404);
        return hidden
                ? Section.failed(new Trouble(
                        404,
                        "feedback-unknown",
                        reader.say("feedback.unknown"),
                        reader.say("feedback.unknown.text"),
                        true,
                        Map.of()))
                : found;
    }
}
