package nl.klimrek.portal.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests feedback from colleagues, on questions that the requester writes. */
@PageController
@RequestMapping(FeedbackPageController.PAGE + "/ask")
class FeedbackRequestPageController {
    private static final int MAX_QUESTIONS = 5;
    private static final String QUESTION = "question.";
    private final CommandSender commands;
    private final ServiceClient services;
    private final ReaderFactory readers;
    private final Clock clock;

    FeedbackRequestPageController(CommandSender commands, ServiceClient services, ReaderFactory readers, Clock clock) {
        this.commands = commands;
        this.services = services;
        this.readers = readers;
        this.clock = clock;
    }

    /** @param conversation where the reader came from; empty when from nowhere */
    @GetMapping
    String form(@RequestParam(defaultValue = "") String conversation, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Section<JsonNode> found = services.get(
                viewer, Upstream.CONVERSATIONS, FeedbackPageController.API + "/colleagues", JsonNode.class);
        List<Choice> colleagues = new ArrayList<>();
        if (found.isOk()) {
            found.value()
                    .path("team")
                    .forEach(one -> colleagues.add(new Choice(one.asText(), reader.name(one.asText()))));
        }
        model.addAttribute("away", found.trouble());
        model.addAttribute("colleagues", colleagues);
        model.addAttribute("most", found.isOk() ? found.value().path("most").asInt() : 0);
        model.addAttribute(
                "kinds",
                List.of("FEEDBACK", "FEED_FORWARD").stream()
                        .map(code -> new Choice(
                                code, reader.code("feedback.kind", code), reader.say("feedback.kind.text." + code)))
                        .toList());
        model.addAttribute("today", reader.today(clock.instant()));
        model.addAttribute(
                "back",
                conversation.matches("[A-Za-z0-9_:.@+-]{1,200}")
                        ? "/conversations/" + conversation
                        : FeedbackPageController.PAGE);
        return "feedback/ask";
    }

    @PostMapping
    String ask(FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, FeedbackPageController.API, () -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", post.text("kind"));
                    ArrayNode colleagues = body.putArray("colleagues");
                    post.all("colleague").forEach(colleagues::add);
                    ArrayNode questions = body.putArray("questions");
                    for (int number = 1; number <= MAX_QUESTIONS; number++) {
                        if (post.textOrNull(QUESTION + number) != null) {
                            questions.add(post.text(QUESTION + number));
                        }
                    }
                    if (colleagues.isEmpty()) {
                        throw post.invalid("colleague", "feedback.colleague.none");
                    }
                    if (questions.isEmpty()) {
                        throw post.invalid(QUESTION + 1, "feedback.question.none");
                    }
                    if (post.day("dueDate") != null) {
                        body.put("dueDate", post.text("dueDate"));
                    }
                    return body;
                })
                .done("feedback.done.asked")
                .to(FeedbackPageController.PAGE);
    }
}
