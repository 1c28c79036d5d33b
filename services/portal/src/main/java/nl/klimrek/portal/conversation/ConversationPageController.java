package nl.klimrek.portal.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.klimrek.portal.reader.FormKey;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Section.Trouble;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.timeline.Timeline;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows a conversation and takes one step at a time. What somebody typed comes back on the page when the step was not
 * taken, and when no answer came with the same key, so that sending it again is safe.
 */
@PageController
@RequestMapping("/conversations/{id:[A-Za-z0-9_:.@+-]+}")
class ConversationPageController {
    private final Services services;
    private final Timeline timeline;
    private final Readers readers;
    private final Clock clock;

    ConversationPageController(Services services, Timeline timeline, Readers readers, Clock clock) {
        this.services = services;
        this.timeline = timeline;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String id, Viewer viewer, Model model) {
        Section<ConversationAnswer> found = services.get(viewer, Service.CONVERSATIONS, "/api/conversations/" + id, ConversationAnswer.class);
        Reader reader = readers.of(viewer);
        model.addAttribute("page", new ConversationPages(reader, found.orRefuse()).page());
        model.addAttribute("etag", found.etag());
        model.addAttribute("timeline", timeline.of(reader, id));
        model.addAttribute("today", reader.today(clock.instant()));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "pages/conversation";
    }

    @PostMapping("/{step}")
    String take(@PathVariable String id, @PathVariable String step, @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer, RedirectAttributes told) {
        Reader reader = readers.of(viewer);
        Form form = new Form(fields, reader.zone());
        Trouble trouble = take(id, step, form, viewer, reader);
        if (trouble == null) {
            told.addFlashAttribute("done", new nl.klimrek.portal.form.Done("Gelukt.", null, null));
        } else {
            told.addFlashAttribute("trouble", trouble);
            told.addFlashAttribute("typed", typed(step, fields, trouble));
        }
        return "redirect:/conversations/" + id;
    }

    /** Null when the step was taken. */
    private Trouble take(String id, String step, Form form, Viewer viewer, Reader reader) {
        try {
            Step taken = Step.of(step);
            return services.post(viewer, Service.CONVERSATIONS, "/api/conversations/" + id + "/" + taken.path(form),
                    taken.body(form), new FormKey(form.text("key"), form.text("etag")), JsonNode.class).trouble();
        } catch (Form.Unreadable unreadable) {
            return new Trouble(400, unreadable.getMessage(), reader.say("form.unreadable"), reader.say(unreadable.getMessage()), true);
        }
    }

    private static Map<String, String> typed(String step, MultiValueMap<String, String> fields, Trouble trouble) {
        Map<String, String> typed = fields.entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf") && !field.getKey().equals("etag") && !field.getValue().isEmpty())
                .filter(field -> !field.getKey().equals("key") || !trouble.answered())
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().get(0)));
        typed.put("step", step.toLowerCase(Locale.ROOT));
        return typed;
    }
}
