package nl.klimrek.conversations.lifecycle.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import nl.klimrek.contracts.conversations.AnnouncementKind;
import nl.klimrek.contracts.conversations.PolicyScope;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.CommandIdGenerator;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HR announces what asks for conversations; 202 when they are planned after the answer. */
@RestController
@RequestMapping("/api/cycles/announcements")
class AnnouncementController {

    private final AggregateStore<Announcement> store;
    private final AnnouncementService announcements;
    private final CurrentRoster roster;
    private final AccessControl access;

    AnnouncementController(
            AggregateStore<Announcement> store,
            AnnouncementService announcements,
            CurrentRoster roster,
            AccessControl access) {
        this.store = store;
        this.announcements = announcements;
        this.roster = roster;
        this.access = access;
    }

    /**
     * @param target team, job family or person; absent for the whole organisation
     * @param effectiveOn absent for today
     */
    record NewAnnouncement(
            @NotNull AnnouncementKind kind,
            @NotNull PolicyScope scope,
            @Pattern(regexp = Key.ID) @Nullable String target,
            @Nullable LocalDate effectiveOn) {}

    /**
     * An announcement.
     *
     * @param done whether everybody it concerns was looked at
     * @param people how many it concerned; absent until then
     * @param planned for how many of them there is a conversation; absent until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnnouncementView(
            String id,
            AnnouncementKind kind,
            PolicyScope scope,
            @Nullable String target,
            LocalDate effectiveOn,
            boolean done,
            @Nullable Integer people,
            @Nullable Integer planned) {

        static AnnouncementView of(Announcement made) {
            return new AnnouncementView(
                    made.id(),
                    made.kind(),
                    made.scope(),
                    made.target(),
                    made.effectiveOn(),
                    made.waitingSince() == null,
                    made.people(),
                    made.planned());
        }
    }

    @PostMapping
    ResponseEntity<AnnouncementView> announce(
            @Valid @RequestBody NewAnnouncement body, Caller caller, MessageContext context) {
        access.hr(caller);
        if ((body.scope() == PolicyScope.ORGANISATION) != (body.target() == null)) {
            throw new RefusedException(Refusal.of("scope-impossible"));
        }
        LocalDate today = roster.today(caller.organisation(), caller.person());
        LocalDate effectiveOn = body.effectiveOn() == null ? today : body.effectiveOn();
        Key key = Key.of(caller.organisation(), CommandIdGenerator.newId(context));
        Versioned<Announcement> made = store.handle(
                key,
                context,
                found -> found.isPresent()
                        ? Decision.unchanged()
                        : Announcement.made(
                                key.id(), body.kind(), body.scope(), body.target(), effectiveOn, roster.now()));
        if (made.state().waitingSince() != null) {
            made = announcements.carryOutIfFew(key, made.state()).orElse(made);
        }
        return ResponseEntity.status(made.state().waitingSince() == null ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .location(URI.create("/api/cycles/announcements/" + key.id()))
                .eTag(ETags.of(made.version()))
                .body(AnnouncementView.of(made.state()));
    }

    @GetMapping("{id}")
    ResponseEntity<AnnouncementView> one(@PathVariable String id, Caller caller) {
        access.hr(caller);
        Versioned<Announcement> found = store.find(Key.of(caller.organisation(), id))
                .orElseThrow(() -> new RefusedException(Refusal.of("announcement-unknown")));
        return ETags.ok(AnnouncementView.of(found.state()), found);
    }
}
