package nl.klimrek.portal.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisation's own sets of questions, one for a type of conversation. */
@PageController
@RequestMapping("/hr/questions/sets")
class QuestionSetController {
    private static final String PATH = QuestionPageController.PATH + "/templates";
    private static final String ONE = "/{id:[A-Za-z0-9_:.@+-]{1,200}}";

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    QuestionSetController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    record Template(String id, int version, String type, String name, boolean usual, List<String> questions) {
        Template {
            questions = questions == null ? List.of() : questions;
        }
    }

    record Line(String id, String name, String meta) {}

    @GetMapping
    String list(Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        model.addAttribute(
                "sets",
                all(viewer)
                        .map(sets -> sets.stream()
                                .map(set -> new Line(
                                        set.id(),
                                        set.name(),
                                        reader.say(
                                                set.usual() ? "questions.set.usual" : "questions.set.meta",
                                                reader.code("type", set.type()),
                                                set.questions().size(),
                                                set.version())))
                                .toList()));
        model.addAttribute("types", QuestionTagChoices.types(reader));
        return "questions/sets";
    }

    /** For one type of conversation, of which the questions that fit are offered. */
    @GetMapping("/new")
    String add(@RequestParam(defaultValue = "DEVELOPMENT") String type, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        return form(viewer, null, QuestionTagChoices.TYPES.contains(type) ? type : "DEVELOPMENT", model);
    }

    @PostMapping("/new")
    String add(FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, PATH, () -> body(post))
                .done("questions.set.added", post.text("name"))
                .to("/hr/questions/sets");
    }

    @GetMapping(ONE)
    String show(@PathVariable String id, Viewer viewer, Model model) {
        Template set = all(viewer).orThrow().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        return set == null ? "redirect:/hr/questions/sets" : form(viewer, set, set.type(), model);
    }

    @PostMapping(ONE)
    String revise(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.CONVERSATIONS, PATH + "/" + id + "/versions", () -> body(post))
                .done("questions.set.revised", post.text("name"))
                .to("/hr/questions/sets");
    }

    private Section<List<Template>> all(Viewer viewer) {
        return services.list(viewer, Upstream.CONVERSATIONS, PATH + "?limit=200", Template.class);
    }

    private String form(Viewer viewer, @Nullable Template set, String type, Model model) {
        Reader reader = readers.of(viewer);
        Section<List<QuestionResponse>> questions = services.list(
                viewer,
                Upstream.CONVERSATIONS,
                QuestionPageController.PATH + "?limit=200&type=" + type,
                QuestionResponse.class);
        model.addAttribute("set", set);
        model.addAttribute("type", type);
        model.addAttribute("typeName", reader.code("type", type));
        model.addAttribute(
                "questions",
                questions.map(all -> all.stream()
                        .map(one -> new Choice(
                                one.id(),
                                one.text(),
                                reader.say(
                                        "questions.set.hint",
                                        QuestionTagChoices.say(reader, "audience", one.audience()),
                                        QuestionTagChoices.say(reader, "aspect", one.aspect()))))
                        .toList()));
        model.addAttribute("chosen", set == null ? List.of() : set.questions());
        return "questions/set";
    }

    private static JsonNode body(FormPost post) {
        if (post.all("questions").isEmpty()) {
            throw post.invalid("questions", "questions.set.choose");
        }
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("type", post.text("type"))
                .put("name", post.text("name"))
                .put("usual", post.isChecked("usual"));
        ArrayNode questions = body.putArray("questions");
        post.all("questions").forEach(questions::add);
        return body;
    }
}
