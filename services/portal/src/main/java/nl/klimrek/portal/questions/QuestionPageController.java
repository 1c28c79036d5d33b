package nl.klimrek.portal.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.klimrek.portal.form.Choice;
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
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The questions that people prepare with: Klimrek's, and the organisation's own. */
@PageController
@RequestMapping("/hr/questions")
class QuestionPageController {
    static final String PATH = "/api/questions";
    private static final String ONE = "/{id:[A-Za-z0-9_:.@+-]{1,200}}";

    /** As many questions as a page shows; the rest is on the next. */
    private static final int SHOWN = 25;

    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final CommandSender commands;
    private final ReaderFactory readers;

    QuestionPageController(
            ServiceClient services, ParallelCalls parallel, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.parallel = parallel;
        this.commands = commands;
        this.readers = readers;
    }

    /** How the reader likes questions themselves. */
    record Mode(@Nullable String mode) {}

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        String wanted = asked.getOrDefault("type", "");
        String type = QuestionTagChoices.TYPES.contains(wanted) ? wanted : "";
        String after = asked.getOrDefault("after", "");
        Part<Section<Mode>> mode =
                parallel.start(() -> services.get(viewer, Upstream.CONVERSATIONS, PATH + "/mode", Mode.class));
        Section<ServiceClient.Rows<QuestionResponse>> questions = services.rows(
                viewer,
                Upstream.CONVERSATIONS,
                PATH + "?limit=200" + (type.isEmpty() ? "" : "&type=" + type)
                        + (after.isEmpty() ? "" : "&after=" + UriUtils.encode(after, "UTF-8")),
                QuestionResponse.class);
        String q = asked.getOrDefault("q", "").strip();
        List<QuestionResponse> fitting = questions.map(ServiceClient.Rows::items).orElse(List.of()).stream()
                .filter(one -> fits(one, asked, q))
                .toList();
        model.addAttribute(
                "questions",
                questions.map(any -> fitting.stream()
                        .limit(SHOWN)
                        .map(one -> QuestionCard.of(reader, one))
                        .toList()));
        model.addAttribute("count", fitting.size());
        model.addAttribute("tags", QuestionTagChoices.toFilter(reader));
        model.addAttribute("asked", asked);
        model.addAttribute("q", q);
        model.addAttribute(
                "narrowed",
                QuestionTagChoices.all(reader).stream()
                        .anyMatch(kind -> QuestionTagChoices.knows(kind.name(), asked.get(kind.name()))));
        model.addAttribute(
                "types",
                Stream.concat(
                                Stream.of(new Choice("all", reader.say("questions.all"))),
                                QuestionTagChoices.types(reader).stream())
                        .toList());
        model.addAttribute(
                "modes",
                List.of(
                        new Choice("", reader.say("questions.mode.any")),
                        new Choice("OPEN", reader.say("questions.mode.OPEN")),
                        new Choice("STRUCTURED", reader.say("questions.mode.STRUCTURED"))));
        Mode mine = mode.get().orElse(new Mode(null));
        model.addAttribute("mode", mine == null || mine.mode() == null ? "" : mine.mode());
        model.addAttribute("first", after.isEmpty() ? null : path(asked, null));
        String next = fitting.size() > SHOWN
                ? fitting.get(SHOWN - 1).id()
                : questions.map(ServiceClient.Rows::next).orNull();
        model.addAttribute("next", next == null ? null : path(asked, next));
        return "questions/list";
    }

    @GetMapping("/new")
    String add(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        return form(readers.of(viewer), null, "", "", model);
    }

    @PostMapping("/new")
    String add(FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, PATH, () -> body(post))
                .done("questions.added")
                .to("/hr/questions");
    }

    /** Shows a question with both wordings, which takes a request in each language. */
    @GetMapping(ONE)
    String show(@PathVariable String id, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Part<Section<QuestionResponse>> dutch = parallel.start(
                () -> services.get(in(viewer, "nl"), Upstream.CONVERSATIONS, PATH + "/" + id, QuestionResponse.class));
        QuestionResponse english = services.get(
                        in(viewer, "en"), Upstream.CONVERSATIONS, PATH + "/" + id, QuestionResponse.class)
                .orThrow();
        QuestionResponse nl = dutch.get().orThrow();
        boolean readsDutch = "nl".equals(viewer.language().getLanguage());
        boolean one = nl.text().equals(english.text());
        model.addAttribute("card", QuestionCard.of(reader, readsDutch ? nl : english));
        return form(
                reader, english, one && !readsDutch ? "" : nl.text(), one && readsDutch ? "" : english.text(), model);
    }

    @PostMapping(ONE)
    String revise(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, PATH + "/" + id + "/versions", () -> body(post))
                .done("questions.revised")
                .to("/hr/questions");
    }

    @PostMapping(ONE + "/retire")
    String retire(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, PATH + "/" + id + "/retire")
                .done("questions.retired")
                .to("/hr/questions");
    }

    @PostMapping("/mode")
    String mode(FormPost post) {
        return commands.post(
                        post,
                        Upstream.CONVERSATIONS,
                        PATH + "/mode",
                        () -> post.text("mode").isEmpty()
                                ? JsonNodeFactory.instance.objectNode().putNull("mode")
                                : JsonNodeFactory.instance.objectNode().put("mode", post.text("mode")))
                .done("questions.mode.done")
                .to("/hr/questions");
    }

    private static String form(Reader reader, @Nullable QuestionResponse question, String nl, String en, Model model) {
        model.addAttribute("question", question);
        model.addAttribute("nl", nl);
        model.addAttribute("en", en);
        model.addAttribute("tags", QuestionTagChoices.all(reader));
        model.addAttribute("types", QuestionTagChoices.types(reader));
        model.addAttribute("chosen", question == null ? List.of("DEVELOPMENT") : question.types());
        return "questions/question";
    }

    private static JsonNode body(FormPost post) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (post.textOrNull("nl") == null && post.textOrNull("en") == null) {
            throw post.invalid("nl", "questions.words.missing");
        }
        for (String language : List.of("nl", "en")) {
            if (post.textOrNull(language) != null) {
                body.put(language, post.text(language));
            }
        }
        for (String kind : QuestionTagChoices.kinds()) {
            if (!QuestionTagChoices.knows(kind, post.text(kind))) {
                throw post.invalid(kind, "questions.choose");
            }
            body.put(kind, post.text(kind));
        }
        if (post.all("types").isEmpty()) {
            throw post.invalid("types", "questions.choose");
        }
        ArrayNode types = body.putArray("types");
        post.all("types").forEach(types::add);
        return body;
    }

    private static boolean fits(QuestionResponse question, Map<String, String> asked, String q) {
        for (String kind : QuestionTagChoices.kinds()) {
            if (QuestionTagChoices.knows(kind, asked.get(kind))
                    && !question.tag(kind).equals(asked.get(kind))) {
                return false;
            }
        }
        return q.isEmpty()
                || question.text() != null
                        && question.text().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
    }

    private static Viewer in(Viewer viewer, String language) {
        return new Viewer(
                viewer.person(),
                viewer.organisation(),
                viewer.name(),
                viewer.roles(),
                viewer.token(),
                Locale.forLanguageTag(language));
    }

    private static String path(Map<String, String> asked, @Nullable String after) {
        String kept = asked.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("after") && !entry.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        UriUtils.encode(entry.getKey(), "UTF-8") + "=" + UriUtils.encode(entry.getValue(), "UTF-8"))
                .collect(Collectors.joining("&"));
        return "/hr/questions?" + kept + (after == null ? "" : "&after=" + UriUtils.encode(after, "UTF-8"));
    }
}
