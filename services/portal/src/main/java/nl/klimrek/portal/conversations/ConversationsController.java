package nl.klimrek.portal.conversations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private static final int MAX_PAGES = 3;
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
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String side,
            @RequestParam(required = false) Integer year, @RequestParam(defaultValue = "false") boolean all, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        int shown = year == null || year < 1970 || year > 9999 ? reader.today(clock.instant()).getYear() : year;
        Part<Section<List<OpenAgreement>>> agreements = together.ask(() ->
                services.list(viewer, Service.CONVERSATIONS, "/api/conversations/agreements/open?limit=100", OpenAgreement.class));
        Section<List<Entry>> entries = entries(viewer, shown);
        model.addAttribute("list", entries.map(found -> ConversationsPage.of(reader, found, agreements.get().orElse(List.of()), q.strip(),
                side, shown, all, clock.instant())));
        model.addAttribute("asks", viewer.is("EMPLOYEE") || viewer.is("MANAGER"));
        return "conversations/conversations";
    }

    private Section<List<Entry>> entries(Viewer viewer, int year) {
        List<Entry> entries = new ArrayList<>();
        String after = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            Section<Rows<Entry>> rows = services.rows(viewer, Service.CONVERSATIONS, PATH + "&year=" + year + after, Entry.class);
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
