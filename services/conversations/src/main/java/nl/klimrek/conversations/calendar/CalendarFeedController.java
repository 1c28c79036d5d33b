package nl.klimrek.conversations.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Each person's own calendar link, and what it leads to. */
@RestController
@RequestMapping("/api/conversations/calendar")
class CalendarFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final AggregateStore<CalendarFeed> feeds;
    private final CalendarProjection moments;
    private final CurrentRoster roster;
    private final CalendarSettings settings;
    private final MessageSource messages;
    private final Clock clock;

    CalendarFeedController(
            AggregateStore<CalendarFeed> feeds,
            CalendarProjection moments,
            CurrentRoster roster,
            CalendarSettings settings,
            MessageSource messages,
            Clock clock) {
        this.feeds = feeds;
        this.moments = moments;
        this.roster = roster;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param link where a calendar program reads; shown this once */
    record Opened(URI link) {}

    /** @param openedAt when the present link was made; absent without one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(boolean open, @Nullable Instant openedAt) {}

    /** Makes a link and ends the one before. A repeated command cannot show it again, because only a hash is stored. */
    @PostMapping
    ResponseEntity<Opened> open(Caller caller, MessageContext context) {
        Key own = own(caller);
        CalendarFeedToken token = CalendarFeedToken.fresh(own);
        Versioned<CalendarFeed> opened = feeds.handle(
                own, context, found -> CalendarFeed.opened(caller.person(), token.hash(), clock.instant()));
        if (opened.replayed()) {
            throw new RefusedException(Refusal.of("calendar-link-shown"));
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new Opened(
                        URI.create(settings.portalUrl() + "/api/conversations/calendar/" + token.value() + ".ics")));
    }

    @GetMapping
    Standing standing(Caller caller) {
        return feeds.find(own(caller))
                .map(Versioned::state)
                .map(feed -> new Standing(feed.hash() != null, feed.openedAt()))
                .orElse(new Standing(false, null));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, MessageContext context) {
        feeds.handle(
                own(caller), context, found -> found.map(CalendarFeed::revoke).orElseGet(Decision::unchanged));
    }

    /** The feed. A link that never was, was revoked, or whose owner left is unknown, alike. */
    @GetMapping("{token}.ics")
    ResponseEntity<String> feed(@PathVariable String token) {
        Key owner = CalendarFeedToken.read(token)
                .filter(read -> feeds.find(read.owner())
                        .filter(found -> found.state().opensWith(read.hash()))
                        .isPresent())
                .map(CalendarFeedToken::owner)
                .orElseThrow(CalendarFeedController::unknown);
        PersonProfile person =
                roster.employed(owner.organisation(), owner.id()).orElseThrow(CalendarFeedController::unknown);
        Locale language = Locale.forLanguageTag(person.language() == null ? "nl" : person.language());
        CalendarFeedWriter writer =
                new CalendarFeedWriter(settings.portalUrl(), messages.getMessage("calendar.summary", null, language));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(writer.write(moments.of(owner.organisation(), owner.id())));
    }

    private Key own(Caller caller) {
        if (caller.is(Role.HR_SYSTEM)
                || roster.employed(caller.organisation(), caller.person()).isEmpty()) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        return Key.of(caller.organisation(), caller.person());
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.of("calendar-unknown"));
    }
}
