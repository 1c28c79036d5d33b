package nl.klimrek.journal.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.journal.access.Oversight;
import nl.klimrek.journal.chain.Entry;
import nl.klimrek.journal.chain.TimelineKey;
import nl.klimrek.journal.chain.TimelineKey.Kind;
import nl.klimrek.servicekit.problem.RequestRefusedException;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Timelines. HR and auditors see all of their organisation; everybody else what {@link Sight} covers. */
@RestController
@RequestMapping("/api/journal")
class TimelineController {

    private static final int LONGEST_NUMBER = 18;

    private final Timeline timeline;
    private final EntryViews views;

    TimelineController(Timeline timeline, EntryViews views) {
        this.timeline = timeline;
        this.views = views;
    }

    /** One of {@code subject}, {@code correlation} and {@code person}; oldest first, {@code after} is a position. */
    @GetMapping("/timeline")
    Page<EntryView> timeline(
            @RequestParam(required = false) String subject,
            @RequestParam(required = false) String correlation,
            @RequestParam(required = false) String person,
            ListRequest asked,
            Caller caller) {
        TimelineKey key = key(subject, correlation, person);
        if (key.kind() == Kind.PERSON
                && !Oversight.of(caller)
                && !caller.person().equals(key.id())) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        Page<Entry> page = timeline.page(caller.organisation(), key, position(asked), asked.limit(), visible(caller));
        return new Page<>(page.items().stream().map(views::of).toList(), page.next());
    }

    /** Who looked at the caller's own file. */
    @GetMapping("/looks")
    Page<LookView> looks(ListRequest asked, Caller caller) {
        TimelineKey key = new TimelineKey(Kind.LOOKS, caller.person());
        Page<Entry> page = timeline.page(caller.organisation(), key, position(asked), asked.limit(), look -> true);
        return new Page<>(page.items().stream().map(views::of).map(LookView::of).toList(), page.next());
    }

    private Predicate<Entry> visible(Caller caller) {
        return Oversight.of(caller)
                ? entry -> true
                : new Sight(caller.person(), subject -> timeline.newestParties(caller.organisation(), subject))::covers;
    }

    private static TimelineKey key(String subject, String correlation, String person) {
        List<TimelineKey> asked = new ArrayList<>();
        Map<Kind, String> given = new EnumMap<>(Kind.class);
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

    private static long position(ListRequest asked) {
        String after = asked.after();
        if (after == null) {
            return 0;
        }
        if (after.length() > LONGEST_NUMBER || !after.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new RequestRefusedException(HttpStatus.BAD_REQUEST, "after-invalid");
        }
        return Long.parseLong(after);
    }
}
