package nl.klimrek.portal.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import nl.klimrek.portal.form.Choice;
import nl.klimrek.portal.form.CommandSender;
import nl.klimrek.portal.form.FormPost;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.journal.GuaranteeResponses.DeadLetter;
import nl.klimrek.portal.journal.GuaranteeResponses.DeadLetters;
import nl.klimrek.portal.journal.GuaranteeResponses.Gaps;
import nl.klimrek.portal.journal.GuaranteeResponses.Lag;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Lag, gaps and dead letters. HR decides about dead letters; auditors only read. */
@PageController
@RequestMapping("/hr/guarantees")
class GuaranteesController {
    /** Why HR may set a message aside; the first is what the form offers. */
    private static final List<String> REASONS =
            List.of("DONE_OTHERWISE", "OVERTAKEN", "MALFORMED", "NOT_OURS", "TEST_DATA");

    private static final String LETTERS = "/api/journal/dead-letters";
    private static final String LETTER = "/letters/{id:[A-Za-z0-9-]{1,100}}";
    private static final int SHOWN = 25;

    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final CommandSender commands;
    private final ReaderFactory readers;

    GuaranteesController(
            ServiceClient services, ParallelCalls parallel, CommandSender commands, ReaderFactory readers) {
        this.services = services;
        this.parallel = parallel;
        this.commands = commands;
        this.readers = readers;
    }

    @GetMapping
    String guarantees(@RequestParam(required = false) String after, Viewer viewer, Model model) {
        if (!viewer.is("HR") && !viewer.is("AUDITOR")) {
            return "redirect:/";
        }
        Reader reader = readers.of(viewer);
        String more = after == null ? "" : "&after=" + UriUtils.encodeQueryParam(after, "UTF-8");
        Part<Section<Lag>> lag = parallel.start(
                () -> services.getWithLongTimeout(viewer, Upstream.JOURNAL, "/api/journal/lag?limit=200", Lag.class));
        Part<Section<Gaps>> gaps =
                parallel.start(() -> services.get(viewer, Upstream.JOURNAL, "/api/journal/gaps?limit=20", Gaps.class));
        Section<DeadLetters> letters =
                services.get(viewer, Upstream.JOURNAL, LETTERS + "?limit=" + SHOWN + more, DeadLetters.class);
        model.addAttribute("parts", lag.get().map(found -> GuaranteesPage.parts(reader, found)));
        model.addAttribute("gaps", gaps.get().map(found -> GuaranteesPage.gaps(reader, found)));
        model.addAttribute("open", gaps.get().map(Gaps::open).orElse(0L));
        model.addAttribute(
                "letters",
                letters.map(found -> found.items().stream()
                        .map(letter -> DeadLetterPage.of(reader, letter))
                        .toList()));
        model.addAttribute("waiting", letters.map(DeadLetters::waiting).orElse(0));
        model.addAttribute("first", after == null ? null : "/hr/guarantees");
        String next = letters.map(DeadLetters::next).orNull();
        model.addAttribute(
                "next", next == null ? null : "/hr/guarantees?after=" + UriUtils.encodeQueryParam(next, "UTF-8"));
        model.addAttribute("decides", viewer.is("HR"));
        return "journal/guarantees";
    }

    @GetMapping(LETTER)
    String letter(@PathVariable String id, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        DeadLetter found = services.get(viewer, Upstream.JOURNAL, LETTERS + "/" + id, DeadLetter.class)
                .orThrow();
        model.addAttribute("letter", DeadLetterPage.of(reader, found));
        model.addAttribute("decides", viewer.is("HR"));
        model.addAttribute(
                "reasons",
                REASONS.stream()
                        .map(reason -> new Choice(reason, reader.say("discard." + reason)))
                        .toList());
        return "journal/dead-letter";
    }

    @PostMapping(LETTER + "/replay")
    String replay(@PathVariable String id, FormPost post) {
        return commands.post(post, Upstream.JOURNAL, LETTERS + "/" + id + "/replay")
                .done("guarantees.replayed")
                .to("/hr/guarantees");
    }

    @PostMapping(LETTER + "/discard")
    String discard(@PathVariable String id, FormPost post) {
        return commands.post(
                        post,
                        Upstream.JOURNAL,
                        LETTERS + "/" + id + "/discard",
                        () -> JsonNodeFactory.instance.objectNode().put("reason", post.text("reason")))
                .done("guarantees.discarded")
                .to("/hr/guarantees");
    }
}
