package nl.klimrek.portal.me;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.CommandHeaders;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reader's first page: what waits for them, and putting a prompt off. */
@PageController
class TodayController {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int PAGE = 25;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_:-]{0,99}");

    private final TodayPageFactory pages;
    private final ServiceClient services;
    private final CommandSender commands;
    private final ReaderFactory readers;
    private final Clock clock;

    TodayController(
            TodayPageFactory pages,
            ServiceClient services,
            CommandSender commands,
            ReaderFactory readers,
            Clock clock) {
        this.pages = pages;
        this.services = services;
        this.commands = commands;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/me")
    String today(Viewer viewer, Model model) {
        model.addAttribute("page", pages.of(readers.of(viewer)));
        return "me/today";
    }

    /** Everything that waits, a page at a time. */
    @GetMapping("/me/waiting")
    String waiting(@RequestParam(defaultValue = "0") int from, Viewer viewer, Model model) {
        TodayPage page = pages.of(readers.of(viewer));
        int all = page.asks().orElse(List.of()).size();
        int begin = Math.max(0, Math.min(from, all));
        int end = Math.min(all, begin + PAGE);
        model.addAttribute("page", page);
        model.addAttribute("asks", page.asks().orElse(List.of()).subList(begin, end));
        model.addAttribute("first", begin == 0 ? null : "/me/waiting");
        model.addAttribute("next", end == all ? null : "/me/waiting?from=" + end);
        return "me/waiting";
    }

    @PostMapping("/me/waiting/{prompts}/tomorrow")
    String tomorrow(@PathVariable String prompts, FormPost post) {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("until", clock.instant().plus(A_DAY).toString());
        return commands.send(post, each(prompts, post, "/snooze", body))
                .done("today.tomorrow.done", post.text("what"))
                .back();
    }

    @PostMapping("/me/waiting/{prompts}/seen")
    String seen(@PathVariable String prompts, FormPost post) {
        return commands.send(post, each(prompts, post, "/seen", null))
                .done("today.seen.done", post.text("what"))
                .back();
    }

    @PostMapping("/me/waiting/{prompts}/not-for-me")
    String notForMe(@PathVariable String prompts, FormPost post) {
        return commands.send(post, each(prompts, post, "/not-for-me", null))
                .done("today.not-for-me.done", post.text("what"))
                .undo("/me/waiting/" + prompts + "/for-me-again", "today.not-for-me.undo")
                .back();
    }

    @PostMapping("/me/waiting/{prompts}/for-me-again")
    String forMeAgain(@PathVariable String prompts, FormPost post) {
        return commands.send(post, each(prompts, post, "/for-me-again", null))
                .done("today.for-me-again.done")
                .to("/me");
    }

    /** Takes a step on each prompt of one occasion; the first that is refused ends it. */
    private Supplier<Section<JsonNode>> each(String prompts, FormPost post, String step, @Nullable JsonNode body) {
        List<String> ids = Arrays.stream(prompts.split(","))
                .filter(id -> ID.matcher(id).matches())
                .toList();
        return () -> {
            Section<JsonNode> answer = Section.of(null, null);
            for (int at = 0; at < ids.size() && answer.isOk(); at++) {
                answer = services.post(
                        post.viewer(),
                        Upstream.REMINDERS,
                        "/api/reminders/" + ids.get(at) + step,
                        body,
                        new CommandHeaders(at == 0 ? post.key() : post.key() + "-" + at, null),
                        JsonNode.class);
            }
            return answer;
        };
    }
}
