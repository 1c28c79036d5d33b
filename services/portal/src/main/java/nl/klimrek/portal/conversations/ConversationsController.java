package nl.klimrek.portal.conversations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.Readers;
import nl.klimrek.portal.reader.Section;
import nl.klimrek.portal.reader.Services;
import nl.klimrek.portal.reader.Services.Rows;
import nl.klimrek.portal.reader.Together;
import nl.klimrek.portal.reader.Together.Part;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.upstream.Service;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of conversations: what asks something, what comes, what is past. */
@PageController
class ConversationsController {
    private static final String PATH = "/api/conversations?limit=200";
    /** Pages of the service's list that are read at most; together more than anybody talks with. */
    private static final int MAX_PAGES = 2;

    private final Services services;
    private final Together together;
    private final Readers readers;
    private final Clock clock;

    ConversationsController(Services services, Together together, Readers readers, Clock clock) {
        this.services = services;
        this.together = together;
        this.readers = readers;
        this.clock = clock;
    }

    @GetMapping("/conversations")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(required = false) Integer year,
            @RequestParam(defaultValue = "false") boolean all,
            Viewer viewer,
            Model model) {
        Reader reader = readers.of(viewer);
        int shown = year == null || year < 1970 || year > 9999
                ? reader.today(clock.instant()).getYear()
                : year;
        Part<Section<List<OpenAgreement>>> agreements = together.ask(() -> services.list(
                viewer, Service.CONVERSATIONS, "/api/conversations/agreements/open?limit=100", OpenAgreement.class));
        boolean now = shown == reader.today(clock.instant()).getYear();
        Part<Section<List<Entry>>> ended =
                together.ask(() -> now ? entries(viewer, shown + 1, 1) : Section.of(List.of(), null));
        Section<List<Entry>> entries = entries(viewer, shown, MAX_PAGES)
                .map(found -> merged(found, ended.get().orElse(List.of())));
        model.addAttribute(
                "list",
                entries.map(found -> ConversationsPage.of(
                        reader,
                        found,
                        agreements.get().orElse(List.of()),
                        q.strip(),
                        side,
                        shown,
                        all,
                        clock.instant())));
        model.addAttribute("asks", viewer.is("EMPLOYEE") || viewer.is("MANAGER"));
        return "conversations/conversations";
    }

    /** A conversation counts in the year in which its window ends, so what ended early may be in the next. */
    private static List<Entry> merged(List<Entry> entries, List<Entry> more) {
        Map<String, Entry> all = new LinkedHashMap<>();
        Stream.of(entries, more).flatMap(List::stream).forEach(entry -> all.putIfAbsent(entry.conversation(), entry));
        return List.copyOf(all.values());
    }

    private Section<List<Entry>> entries(Viewer viewer, int year, int pages) {
        List<Entry> entries = new ArrayList<>();
        String after = "";
        for (int page = 0; page < pages; page++) {
            Section<Rows<Entry>> rows =
                    services.rows(viewer, Service.CONVERSATIONS, PATH + "&year=" + year + after, Entry.class);
            if (!rows.fine()) {
                return Section.failed(rows.trouble());
            }
            entries.addAll(rows.value().items());
            if (rows.value().next() == null) {
                break;
            }
            after = "&after=" + rows.value().next();
        }
        return Section.of(entries, null);
    }
}
