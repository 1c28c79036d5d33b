package nl.klimrek.journal.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.chain.TimelineKey.Kind;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows timelines. HR and auditors see those of their organisation; others see what {@link TimelineAccess} allows. */
@RestController
@RequestMapping("/api/journal")
class TimelineController {

    private static final int MAX_DIGITS = 18;

    private final TimelineReader reader;
    private final EntryViewMapper mapper;

    TimelineController(TimelineReader reader, EntryViewMapper mapper) {
        this.reader = reader;
        this.mapper = mapper;
    }

    /** One of {@code subject}, {@code correlation} and {@code person}; oldest first, {@code after} is a position. */
    @GetMapping("/timeline")
    Page<EntryView> timeline(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String correlation,
            @RequestParam(required = false) @Nullable String person,
            ListRequest request,
            Caller caller) {
        TimelineKey key = key(subject, correlation, person);
        if (key.kind() == Kind.PERSON
                && !Oversight.has(caller)
                && !caller.person().equals(key.id())) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        Page<ChainEntry> page =
                reader.page(caller.organisation(), key, position(request), request.limit(), reader.visibleTo(caller));
        return new Page<>(page.items().stream().map(mapper::view).toList(), page.next());
    }

    /** The caller's access log: who read their content. */
    @GetMapping("/looks")
    Page<AccessLogView> accessLog(ListRequest request, Caller caller) {
        TimelineKey key = new TimelineKey(Kind.ACCESS_LOG, caller.person());
        Page<ChainEntry> page =
                reader.page(caller.organisation(), key, position(request), request.limit(), entry -> true);
        return new Page<>(
                page.items().stream().map(mapper::view).map(AccessLogView::of).toList(), page.next());
    }

    private static TimelineKey key(@Nullable String subject, @Nullable String correlation, @Nullable String person) {
        List<TimelineKey> asked = new ArrayList<>();
        Map<Kind, @Nullable String> given = new EnumMap<>(Kind.class);
        given.put(Kind.SUBJECT, subject);
        given.put(Kind.CORRELATION, correlation);
        given.put(Kind.PERSON, person);
        given.forEach((kind, id) -> {
            if (id != null && !id.isEmpty()) {
                asked.add(new TimelineKey(kind, id));
            }
        });
        if (asked.size() != 1) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "timeline-of-what");
        }
        return asked.get(0);
    }

    private static long position(ListRequest request) {
        String after = request.after();
        if (after == null) {
            return 0;
        }
        if (after.length() > MAX_DIGITS || !after.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "after-invalid");
        }
        return Long.parseLong(after);
    }
}
