package nl.klimrek.portal.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.Form;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.form.PageForms;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Check;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Outcomes;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Template;
import nl.klimrek.portal.prompts.PromptTemplateResponses.Words;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** HR's own words for one kind of reminder. What stands in the form is checked each time the page is shown. */
@PageController
@RequestMapping(PromptTemplateController.ROOM + PromptTemplateController.KIND)
class PromptTemplateController {
    static final String ROOM = "/hr/reminders/texts/";
    static final String KIND = "{kind:[a-z][a-z-]{0,59}}";
    private static final String PATH = "/api/reminders/templates/";
    private static final String FORM = "template";

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    PromptTemplateController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping
    String template(@PathVariable String kind, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Section<Template> found = services.get(viewer, Upstream.REMINDERS, PATH + kind, Template.class);
        Template template = found.orThrow();
        Form form = ((PageForms) Objects.requireNonNull(model.getAttribute("forms"))).of(FORM);
        JsonNode words = body(template.messages(), (field, otherwise) -> form.value(field, otherwise), template);
        Section<Check> check = services.post(
                viewer,
                Upstream.REMINDERS,
                PATH + kind + "/check",
                words,
                new CommandHeaders(UUID.randomUUID().toString(), ""),
                Check.class);
        Section<Outcomes> outcomes =
                services.getWithLongTimeout(viewer, Upstream.REMINDERS, PATH + kind + "/outcomes", Outcomes.class);
        model.addAttribute("page", PromptTemplatePage.of(readers.of(viewer), ROOM + kind, template, check, outcomes));
        model.addAttribute("etag", found.etag());
        return "prompts/template";
    }

    @PostMapping
    String save(@PathVariable String kind, FormPost post) {
        return commands.put(post, Upstream.REMINDERS, PATH + kind, () -> body(post))
                .done("templates.saved")
                .to(ROOM + kind);
    }

    @PostMapping("/comparison")
    String compare(@PathVariable String kind, FormPost post) {
        return commands.post(post, Upstream.REMINDERS, PATH + kind + "/comparison", () -> body(post))
                .done("templates.compared")
                .to(ROOM + kind);
    }

    @PostMapping("/choice")
    String choose(@PathVariable String kind, FormPost post) {
        return commands.post(
                        post,
                        Upstream.REMINDERS,
                        PATH + kind + "/choice",
                        () -> JsonNodeFactory.instance.objectNode().put("version", post.number("version")))
                .done("templates.chosen")
                .to(ROOM + kind);
    }

    @PostMapping("/reset")
    String reset(@PathVariable String kind, FormPost post) {
        return commands.delete(post, Upstream.REMINDERS, PATH + kind)
                .done("templates.reset.done")
                .to(ROOM + kind);
    }

    private static JsonNode body(FormPost post) {
        int messages = 1;
        while (messages < 3 && post.fields().containsKey("dutch.steps[" + messages + "]")) {
            messages++;
        }
        return body(messages, (field, otherwise) -> post.text(field)).put("confirmed", post.isChecked("confirmed"));
    }

    /** The words in the form; where it has none yet, those in use. */
    private static JsonNode body(int messages, BinaryOperator<String> value, Template template) {
        var now = template.words(template.newest());
        return JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("dutch", words("dutch", messages, value, now.dutch()))
                .<ObjectNode>set("english", words("english", messages, value, now.english()))
                .put("confirmed", false);
    }

    private static ObjectNode body(int messages, BinaryOperator<String> value) {
        Words none = new Words("", java.util.List.of(), "");
        return JsonNodeFactory.instance
                .objectNode()
                .<ObjectNode>set("dutch", words("dutch", messages, value, none))
                .set("english", words("english", messages, value, none));
    }

    private static ObjectNode words(String language, int messages, BinaryOperator<String> value, Words now) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        words.put("subject", value.apply(language + ".subject", now.subject()));
        ArrayNode steps = words.putArray("steps");
        for (int at = 0; at < messages; at++) {
            steps.add(value.apply(language + ".steps[" + at + "]", now.step(at)));
        }
        return words.put("why", value.apply(language + ".why", now.why()));
    }
}
