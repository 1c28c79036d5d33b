package nl.klimrek.portal.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The reader's choices about reminders: which, how and when. */
@PageController
@RequestMapping("/settings/reminders")
class PromptSettingsPageController {
    private static final String PATH = "/api/reminders/settings";
    private static final List<String> GROUPS =
            List.of("CONVERSATIONS", "AGREEMENTS", "FEEDBACK", "TEAM", "PLAN", "BUDGETS");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;

    PromptSettingsPageController(ServiceClient services, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping
    String settings(Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Section<PromptSettingsResponse> settings =
                services.get(viewer, Upstream.REMINDERS, PATH, PromptSettingsResponse.class);
        model.addAttribute("settings", settings);
        model.addAttribute(
                "choices",
                Stream.of("MAIL", "INBOX", "NONE")
                        .map(choice -> new Choice(choice, reader.say("prompts.choice." + choice)))
                        .toList());
        return "prompts/settings";
    }

    @PostMapping
    String change(FormPost post) {
        return commands.put(post, Upstream.REMINDERS, PATH, () -> body(post))
                .done("prompts.settings.done")
                .to("/settings/reminders");
    }

    private static JsonNode body(FormPost post) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode withoutMail = body.putArray("withoutMail");
        ArrayNode unwanted = body.putArray("unwanted");
        for (String group : GROUPS) {
            switch (post.text("group." + group)) {
                case "INBOX" -> withoutMail.add(group);
                case "NONE" -> unwanted.add(group);
                default -> {
                    // By mail too.
                }
            }
        }
        return body.put("from", time(post, "from")).put("until", time(post, "until"));
    }

    private static @Nullable String time(FormPost post, String field) {
        String time = post.textOrNull(field);
        if (time != null && !TIME.matcher(time).matches()) {
            throw post.invalid(field, "form.time");
        }
        return time;
    }
}
