package nl.klimrek.portal.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.klimrek.portal.conversations.CalendarPage.Busy;
import nl.klimrek.portal.conversations.CalendarPage.Link;
import nl.klimrek.portal.conversations.CalendarPage.Span;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.CommandSender.SentCommand;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reader's own calendar: a link that other programs read, and times at which they cannot talk. */
@PageController
@RequestMapping("/conversations/calendar")
class CalendarPageController {
    private static final String PAGE = "/conversations/calendar";
    private static final String LINK = "/api/conversations/calendar";
    private static final String BUSY = "/api/conversations/busy";
    private final CommandSender commands;
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final ReaderFactory readers;
    private final Clock clock;

    CalendarPageController(
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

    @GetMapping
    String show(Viewer viewer, Model model) {
        Part<Section<Link>> link = parallel.start(() -> services.get(viewer, Upstream.CONVERSATIONS, LINK, Link.class));
        Section<Busy> busy = services.get(viewer, Upstream.CONVERSATIONS, BUSY, Busy.class);
        Section<Link> standing = link.get();
        model.addAttribute("trouble", standing.isOk() ? busy.trouble() : standing.trouble());
        model.addAttribute(
                "page",
                standing.isOk() && busy.isOk()
                        ? CalendarPage.of(
                                readers.of(viewer), standing.value(), busy.value(), busy.etag(), clock.instant())
                        : null);
        return "conversations/calendar";
    }

    /** The new link is shown once, on the page that comes next. */
    @PostMapping("/link")
    String open(FormPost post, RedirectAttributes next) {
        SentCommand sent = commands.post(post, Upstream.CONVERSATIONS, LINK);
        if (sent.accepted()) {
            next.addFlashAttribute("link", sent.answer().value().path("link").asText());
        }
        return sent.done("conversations.link.made").to(PAGE);
    }

    @PostMapping("/revocation")
    String revoke(FormPost post) {
        return commands.delete(post, Upstream.CONVERSATIONS, LINK)
                .done("conversations.link.ended")
                .to(PAGE);
    }

    @PostMapping("/busy")
    String add(FormPost post) {
        return commands.send(post, () -> {
                    Instant from = needed(post, "from");
                    Instant until = needed(post, "until");
                    return change(post, times -> {
                        List<Span> more = new ArrayList<>(times);
                        more.add(new Span(from, until));
                        return more;
                    });
                })
                .done("conversations.busy.added")
                .to(PAGE);
    }

    @PostMapping("/busy/removal")
    String remove(FormPost post) {
        return commands.send(
                        post,
                        () -> change(
                                post,
                                times -> times.stream()
                                        .filter(time ->
                                                !(time.start().toString().equals(post.text("start"))
                                                        && time.end().toString().equals(post.text("end"))))
                                        .toList()))
                .done("conversations.busy.removed")
                .to(PAGE);
    }

    /** Replaces all busy times by those of a file. */
    @PostMapping("/busy/file")
    String file(FormPost post, @RequestParam("file") MultipartFile file) {
        return commands.send(post, () -> {
                    if (file.isEmpty()) {
                        throw post.invalid("file", "conversations.busy.file.none");
                    }
                    return services.putFile(
                            post.viewer(),
                            Upstream.CONVERSATIONS,
                            BUSY,
                            "text/calendar",
                            bytes(file),
                            new CommandHeaders(post.key(), null),
                            JsonNode.class);
                })
                .done("conversations.busy.replaced")
                .to(PAGE);
    }

    private Section<JsonNode> change(FormPost post, UnaryOperator<List<Span>> change) {
        Section<Busy> before = services.get(post.viewer(), Upstream.CONVERSATIONS, BUSY, Busy.class);
        if (!before.isOk()) {
            return Section.failed(before.trouble());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode times = body.putArray("times");
        change.apply(before.value().times())
                .forEach(time -> times.addObject()
                        .put("start", time.start().toString())
                        .put("end", time.end().toString()));
        return services.put(
                post.viewer(),
                Upstream.CONVERSATIONS,
                BUSY,
                body,
                new CommandHeaders(post.key(), before.etag()),
                JsonNode.class);
    }

    private static Instant needed(FormPost post, String name) {
        Instant moment = post.moment(name);
        if (moment == null) {
            throw post.invalid(name + ".day", "form.day");
        }
        return moment;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
