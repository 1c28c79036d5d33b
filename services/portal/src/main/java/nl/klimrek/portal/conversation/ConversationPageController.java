package nl.klimrek.portal.conversation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.portal.conversation.ConversationResponse.PrivateNote;
import nl.klimrek.portal.conversation.ConversationResponse.SharedFeedback;
import nl.klimrek.portal.gateway.Upstream;
import nl.klimrek.portal.journal.JournalTimeline;
import nl.klimrek.portal.reader.PageController;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.reader.ReaderFactory;
import nl.klimrek.portal.reader.Viewer;
import nl.klimrek.portal.services.ParallelCalls;
import nl.klimrek.portal.services.ParallelCalls.Part;
import nl.klimrek.portal.services.Section;
import nl.klimrek.portal.services.Section.Trouble;
import nl.klimrek.portal.services.ServiceClient;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a conversation, and what happened to it. */
@PageController
@RequestMapping("/conversations/{id:[A-Za-z0-9_:.@+-]+}")
class ConversationPageController {
    private final ServiceClient services;
    private final ParallelCalls parallel;
    private final JournalTimeline timeline;
    private final ReaderFactory readers;
    private final Clock clock;

    ConversationPageController(
            ServiceClient services,
            ParallelCalls parallel,
            JournalTimeline timeline,
            ReaderFactory readers,
            Clock clock) {
        this.services = services;
        this.parallel = parallel;
        this.timeline = timeline;
        this.readers = readers;
        this.clock = clock;
    }

    /** @param from first day of the week that is shown to choose a moment from */
    @GetMapping
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            Viewer viewer,
            Model model) {
        String at = "/api/conversations/" + id;
        Part<Section<ConversationResponse>> found = parallel.start(() -> talk(viewer, id));
        Part<Section<AvailabilityResponse>> times = parallel.start(() -> services.get(
                viewer,
                Upstream.CONVERSATIONS,
                at + "/times" + (from == null ? "" : "?from=" + from),
                AvailabilityResponse.class));
        Part<Section<List<PrivateNote>>> notes = parallel.start(
                () -> services.list(viewer, Upstream.CONVERSATIONS, at + "/notes?limit=200", PrivateNote.class));
        Part<Section<List<SharedFeedback>>> feedback = parallel.start(
                () -> services.list(viewer, Upstream.CONVERSATIONS, at + "/feedback?limit=50", SharedFeedback.class));
        Reader reader = readers.of(viewer);
        ConversationResponse talk = known(reader, found.get()).value();
        SlotWarnings warnings =
                times.get().isOk() ? new SlotWarnings(reader, times.get().value()) : null;
        model.addAttribute(
                "page",
                new ConversationPageFactory(reader, talk, clock.instant())
                        .page(
                                found.get().etag(),
                                warnings,
                                notes.get().orElse(List.of()),
                                feedback.get().orElse(List.of())));
        model.addAttribute(
                "week",
                times.get().isOk() && talk.isAhead()
                        ? WeekView.of(reader, times.get().value(), clock.instant())
                        : null);
        model.addAttribute("at", ConversationCommands.path(id) + (from == null ? "" : "?from=" + from));
        model.addAttribute("today", reader.today(clock.instant()));
        model.addAttribute(
                "away",
                talk.you() == null
                        ? List.of()
                        : java.util.stream.Stream.of(
                                        notes.get().trouble(), feedback.get().trouble())
                                .filter(trouble -> trouble != null)
                                .toList());
        return "conversation/conversation";
    }

    @GetMapping("/timeline")
    String timeline(@PathVariable String id, Viewer viewer, Model model) {
        Reader reader = readers.of(viewer);
        Part<Section<ConversationResponse>> found = parallel.start(() -> talk(viewer, id));
        Section<?> lines = timeline.of(reader, id);
        ConversationResponse talk = known(reader, found.get()).value();
        model.addAttribute(
                "page",
                new ConversationPageFactory(reader, talk, clock.instant()).page(null, null, List.of(), List.of()));
        model.addAttribute("timeline", lines);
        return "conversation/timeline";
    }

    private Section<ConversationResponse> talk(Viewer viewer, String id) {
        return services.get(viewer, Upstream.CONVERSATIONS, "/api/conversations/" + id, ConversationResponse.class);
    }

    /** Another's conversation looks as one that does not exist. */
    static <T> Section<T> known(Reader reader, Section<T> found) {
        boolean hidden = !found.isOk()
                && (found.trouble().status() == 403 || found.trouble().status() == 404);
        Section<T> shown = hidden
                ? Section.failed(new Trouble(
                        404,
                        "conversation-unknown",
                        reader.say("conversation.unknown"),
                        reader.say("conversation.unknown.text"),
                        true))
                : found;
        shown.orThrow();
        return shown;
    }
}
