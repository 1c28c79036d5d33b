package nl.klimrek.portal.journal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.journal.JournalPage.Look;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.FileDownload;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of the journal. Checks and searches of the whole journal are for HR and auditors. */
@PageController
class JournalController {
    private static final int LINES = 50;
    private final ServiceClient services;
    private final JournalTimeline timeline;
    private final ReaderFactory readers;
    private final ParallelCalls parallel;
    private final FileDownload downloads;

    JournalController(
            ServiceClient services,
            JournalTimeline timeline,
            ReaderFactory readers,
            ParallelCalls parallel,
            FileDownload downloads) {
        this.services = services;
        this.timeline = timeline;
        this.readers = readers;
        this.parallel = parallel;
        this.downloads = downloads;
    }

    @GetMapping("/journal")
    String journal(
            @RequestParam(required = false) String looks,
            @RequestParam(required = false) String steps,
            Viewer viewer,
            Model model) {
        if (!viewer.is("EMPLOYEE") && !viewer.is("MANAGER") && oversees(viewer)) {
            return "redirect:/journal/check";
        }
        Reader reader = readers.of(viewer);
        Part<Section<Rows<Look>>> seen = parallel.start(() ->
                services.rows(viewer, Upstream.JOURNAL, "/api/journal/looks?limit=200" + after(looks), Look.class));
        Part<Section<Rows<JournalTimeline.Line>>> own = parallel.start(() -> timeline.ownSteps(reader, steps, LINES));
        model.addAttribute("page", JournalPage.of(reader, seen.get(), own.get()));
        model.addAttribute("oversees", oversees(viewer));
        return "journal/journal";
    }

    /** Verifies the whole chain, on a page of its own because it takes long. */
    @GetMapping("/journal/check")
    String check(Viewer viewer, Model model) {
        if (!oversees(viewer)) {
            return "redirect:/journal";
        }
        Reader reader = readers.of(viewer);
        var check = parallel.start(() -> services.getWithLongTimeout(
                viewer, Upstream.JOURNAL, "/api/journal/verify", JournalCheckPage.Verification.class));
        var gaps = parallel.start(() ->
                services.get(viewer, Upstream.JOURNAL, "/api/journal/gaps?limit=50", JournalCheckPage.Gaps.class));
        var checkpoints = parallel.start(() -> services.rows(
                viewer, Upstream.JOURNAL, "/api/journal/checkpoints?limit=10", JournalCheckPage.Checkpoint.class));
        model.addAttribute("page", JournalCheckPage.of(reader, check.get(), gaps.get(), checkpoints.get()));
        return "journal/check";
    }

    /** The steps of one person or of one thing. */
    @GetMapping("/journal/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "subject") String by,
            @RequestParam(required = false) String after,
            Viewer viewer,
            Model model) {
        if (!oversees(viewer)) {
            return "redirect:/journal";
        }
        String kind = by.equals("person") || by.equals("correlation") ? by : "subject";
        model.addAttribute("q", q);
        model.addAttribute("by", kind);
        model.addAttribute(
                "found", q.isBlank() ? null : timeline.page(readers.of(viewer), kind, q.strip(), after, LINES));
        return "journal/search";
    }

    /** The whole journal as a file that can be checked without us. */
    @GetMapping("/journal/export")
    void export(Viewer viewer, HttpServletResponse response) throws IOException {
        downloads.send(viewer, Upstream.JOURNAL, "/api/journal/export", "klimrek-journal.ndjson", response);
    }

    /** The whole journal with its tree and keys. */
    @GetMapping("/journal/export/bundle")
    void bundle(Viewer viewer, HttpServletResponse response) throws IOException {
        downloads.send(viewer, Upstream.JOURNAL, "/api/journal/bundle", "klimrek-journal.tar", response);
    }

    @GetMapping("/me/looks")
    String looks() {
        return "redirect:/journal";
    }

    @GetMapping("/hr/journal")
    String formerly() {
        return "redirect:/journal/check";
    }

    private static boolean oversees(Viewer viewer) {
        return viewer.is("HR") || viewer.is("AUDITOR");
    }

    private static String after(String position) {
        return position != null && position.matches("[0-9]{1,18}") ? "&after=" + position : "";
    }
}
