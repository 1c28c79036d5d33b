package nl.klimrek.portal.today;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import nl.klimrek.portal.reader.FormKey;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import nl.klimrek.portal.reader.PageController;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A prompt may come back tomorrow, or is not for who got it. */
@PageController
class PromptController {
    private static final Duration A_DAY = Duration.ofDays(1);
    private final Services services;
    private final Clock clock;

    PromptController(Services services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    @PostMapping("/prompts/{id}/snooze")
    String snooze(@PathVariable String id, @RequestParam String key, @RequestParam(defaultValue = "/me") String from, Viewer viewer,
            RedirectAttributes told) {
        JsonNode body = JsonNodeFactory.instance.objectNode().put("until", clock.instant().plus(A_DAY).toString());
        return back(services.post(viewer, Service.REMINDERS, "/api/reminders/" + id + "/snooze", body, new FormKey(key, null),
                JsonNode.class), from, told);
    }

    @PostMapping("/prompts/{id}/not-for-me")
    String notForMe(@PathVariable String id, @RequestParam String key, @RequestParam(defaultValue = "/me") String from, Viewer viewer,
            RedirectAttributes told) {
        return back(services.post(viewer, Service.REMINDERS, "/api/reminders/" + id + "/not-for-me", null, new FormKey(key, null),
                JsonNode.class), from, told);
    }

    private static String back(Section<JsonNode> done, String from, RedirectAttributes told) {
        if (!done.fine()) {
            told.addFlashAttribute("trouble", done.trouble());
        }
        return "redirect:" + ("/team".equals(from) ? "/team" : "/me");
    }
}
