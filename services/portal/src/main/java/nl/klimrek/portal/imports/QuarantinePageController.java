package nl.klimrek.portal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.imports.QuarantinePage.Item;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** HR lines that were set aside, and correcting one. */
@PageController
class QuarantinePageController {
    private static final String PATH = "/api/people/quarantine";
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    QuarantinePageController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping("/hr/quarantine")
    String list(@RequestParam(required = false) String after, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        Section<Rows<Item>> found = services.rows(
                viewer,
                Upstream.PEOPLE,
                PATH + "?limit=25"
                        + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)),
                Item.class);
        model.addAttribute(
                "lines",
                found.map(rows -> rows.items().stream()
                        .map(item -> QuarantinePage.line(reader, item))
                        .toList()));
        model.addAttribute("next", found.map(Rows::next).orNull());
        model.addAttribute("begins", after == null);
        return "imports/quarantine";
    }

    @GetMapping("/hr/quarantine/{id:[A-Za-z0-9_:.@+-]+}")
    String show(@PathVariable String id, Viewer viewer, Model model) {
        if (!viewer.is("HR")) {
            return "redirect:/";
        }
        model.addAttribute(
                "page",
                QuarantinePage.detail(
                        readers.of(viewer),
                        services.get(viewer, Upstream.PEOPLE, PATH + "/" + id, Item.class)
                                .orThrow()));
        return "imports/quarantine-item";
    }

    /** Sends what was changed; what is still wrong comes back beside the fields. */
    @PostMapping("/hr/quarantine/{id:[A-Za-z0-9_:.@+-]+}")
    String correct(@PathVariable String id, FormPost post) {
        Viewer viewer = post.viewer();
        return commands.send(post, () -> {
                    Section<Item> item = services.get(viewer, Upstream.PEOPLE, PATH + "/" + id, Item.class);
                    if (!item.isOk()) {
                        return Section.failed(item.trouble());
                    }
                    JsonNode body = JsonNodeFactory.instance.objectNode().set("fields", changed(item.value(), post));
                    Section<JsonNode> answer = services.post(
                            viewer,
                            Upstream.PEOPLE,
                            PATH + "/" + id + "/correction",
                            body,
                            new CommandHeaders(post.key(), null),
                            JsonNode.class);
                    return answer.isOk() && answer.value().hasNonNull("setAside")
                            ? Section.failed(stillWaiting(viewer, answer.value().path("setAside")))
                            : answer;
                })
                .done("quarantine.corrected")
                .to("/hr/quarantine");
    }

    private static ObjectNode changed(Item item, FormPost post) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        post.fields().keySet().stream()
                .filter(field -> QuarantinePage.differs(item, field, post.text(field)))
                .forEach(field -> {
                    String typed = post.text(field);
                    if (typed.isEmpty()) {
                        fields.putNull(field);
                    } else if (field.equals("workingDays")) {
                        Arrays.stream(typed.split("[,; ]+")).forEach(fields.withArray(field)::add);
                    } else if (field.equals("hoursPerWeek") && typed.matches("[0-9]{1,3}(?:[.,][0-9]{1,2})?")) {
                        fields.put(field, new java.math.BigDecimal(typed.replace(',', '.')));
                    } else {
                        fields.put(field, typed);
                    }
                });
        return fields;
    }

    private Trouble stillWaiting(Viewer viewer, JsonNode setAside) {
        java.util.Map<String, String> errors = new java.util.LinkedHashMap<>();
        setAside.path("fields")
                .forEach(fault -> errors.putIfAbsent(
                        fault.path("field").asText(), fault.path("message").asText()));
        return new Trouble(
                400,
                setAside.path("code").asText("set-aside"),
                readers.of(viewer).say("quarantine.still"),
                setAside.path("explanation").asText(""),
                true,
                errors);
    }
}
