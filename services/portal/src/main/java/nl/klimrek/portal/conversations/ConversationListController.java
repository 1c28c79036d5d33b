package nl.klimrek.portal.conversations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.ServiceClient;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the reader's conversations: those with an open step, coming ones and past ones. */
@PageController
class ConversationListController {
    private static final String PATH = "/api/conversations?limit=200";
    /** Pages of the service's list that are read at most; together more than anybody talks with. */
    private static final int MAX_PAGES = 2;

    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final ReaderFactory readers;
    private final Clock clock;

    ConversationListController(ServiceClient services, ParallelCalls parallel, ReaderFactory readers, Clock clock) {
        this.services = services;
        this.parallel = parallel;
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
        Part<Section<List<OpenAgreementResponse>>> agreements = parallel.start(() -> services.list(
                viewer,
                Upstream.CONVERSATIONS,
                "/api/conversations/agreements/open?limit=100",
                OpenAgreementResponse.class));
        boolean now = shown == reader.today(clock.instant()).getYear();
        Part<Section<List<ConversationListItem>>> ended =
                parallel.start(() -> now ? entries(viewer, shown + 1, 1) : Section.of(List.of(), null));
        Section<List<ConversationListItem>> entries = entries(viewer, shown, MAX_PAGES)
                .map(found -> merged(found, ended.get().orElse(List.of())));
        model.addAttribute(
                "list",
                entries.map(found -> ConversationListPage.of(
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
    private static List<ConversationListItem> merged(
            List<ConversationListItem> entries, List<ConversationListItem> more) {
        Map<String, ConversationListItem> all = new LinkedHashMap<>();
        Stream.of(entries, more).flatMap(List::stream).forEach(entry -> all.putIfAbsent(entry.conversation(), entry));
        return List.copyOf(all.values());
    }

    private Section<List<ConversationListItem>> entries(Viewer viewer, int year, int pages) {
        List<ConversationListItem> entries = new ArrayList<>();
        String after = "";
        for (int page = 0; page < pages; page++) {
            Section<Rows<ConversationListItem>> rows = services.rows(
                    viewer, Upstream.CONVERSATIONS, PATH + "&year=" + year + after, ConversationListItem.class);
            if (!rows.isOk()) {
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
