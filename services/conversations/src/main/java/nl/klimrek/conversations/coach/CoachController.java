package nl.klimrek.conversations.coach;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.klimrek.contracts.conversations.CoachEndReason;
import nl.klimrek.contracts.conversations.CoachKind;
import nl.klimrek.contracts.conversations.CoachSkill;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of coaches: everybody of the organisation reads it, HR appoints and ends, a coach keeps the own profile. */
@RestController
@RequestMapping("/api/conversations/coaches")
class CoachController {

    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";

    private final AggregateStore<Coach> coaches;
    private final CoachRegister register;
    private final CurrentRoster roster;
    private final AccessControl access;

    CoachController(AggregateStore<Coach> coaches, CoachRegister register, CurrentRoster roster, AccessControl access) {
        this.coaches = coaches;
        this.register = register;
        this.roster = roster;
        this.access = access;
    }

    /**
     * @param person person id of somebody who is employed
     * @param kind what kind of coach
     */
    record Appointment(
            @NotNull @Pattern(regexp = Key.ID) String person,
            @NotNull CoachKind kind) {}

    /**
     * @param skills what the coach can help with; may be empty
     * @param languages BCP 47 tags such as {@code nl} or {@code en}; may be empty
     * @param workingDays days on which the coach has talks; empty for the days on which they work
     */
    record NewProfile(
            @NotNull @Size(max = 12) List<@NotNull CoachSkill> skills,
            @NotNull @Size(max = 8) List<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
            @NotNull @Size(max = 7) List<@NotNull Weekday> workingDays) {}

    /** @param kind only coaches of this kind; like {@code skill} and {@code language} absent for all */
    @GetMapping
    Page<CoachView> list(
            @RequestParam(required = false) @Nullable CoachKind kind,
            @RequestParam(required = false) @Nullable CoachSkill skill,
            @RequestParam(required = false) @Pattern(regexp = LANGUAGE) @Nullable String language,
            ListRequest asked,
            Caller caller) {
        requireColleague(caller);
        List<CoachView> found = register.all(caller.organisation()).stream()
                .map(CoachView::of)
                .filter(coach -> kind == null || coach.kind() == kind)
                .filter(coach -> skill == null || coach.skills().contains(skill))
                .filter(coach -> language == null || coach.languages().contains(language))
                .toList();
        return Page.of(found, CoachView::person, asked);
    }

    @GetMapping("{person}")
    ResponseEntity<CoachView> one(@PathVariable String person, Caller caller) {
        requireColleague(caller);
        Versioned<Coach> found =
                register.find(caller.organisation(), id(person)).orElseThrow(() -> refused("coach-unknown"));
        return ETags.ok(CoachView.of(found.state()), found);
    }

    /** Appoints somebody, or makes a coach another kind of coach. */
    @PostMapping
    ResponseEntity<CoachView> appoint(@Valid @RequestBody Appointment body, Caller caller, MessageContext context) {
        access.hr(caller);
        if (roster.employed(caller.organisation(), body.person()).isEmpty()) {
            throw refused("person-unknown");
        }
        Versioned<Coach> appointed = coaches.handle(
                CoachRegister.key(caller.organisation(), body.person()),
                context,
                found -> found.map(coach -> coach.appoint(body.kind()))
                        .orElseGet(() -> Coach.first(body.person(), body.kind())));
        register.show(caller.organisation(), body.person());
        return ETags.ok(CoachView.of(appointed.state()), appointed);
    }

    /** Ends an appointment. */
    @PostMapping("{person}/ending")
    ResponseEntity<CoachView> end(@PathVariable String person, Caller caller, MessageContext context) {
        access.hr(caller);
        Versioned<Coach> ended = coaches.handle(
                CoachRegister.key(caller.organisation(), id(person)),
                context,
                found -> found.map(coach -> coach.end(CoachEndReason.ENDED_BY_HR))
                        .orElseGet(() -> Decision.refuse("coach-unknown")));
        return ETags.ok(CoachView.of(ended.state()), ended);
    }

    /** Changes the caller's own profile. */
    @PutMapping("{person}/profile")
    ResponseEntity<CoachView> describe(
            @PathVariable String person, @Valid @RequestBody NewProfile body, Caller caller, MessageContext context) {
        access.self(caller, person);
        CoachProfile profile = new CoachProfile(body.skills(), body.languages(), body.workingDays());
        Versioned<Coach> described = coaches.handle(
                CoachRegister.key(caller.organisation(), id(person)),
                context,
                found -> found.map(coach -> coach.describe(profile)).orElseGet(() -> Decision.refuse("coach-unknown")));
        return ETags.ok(CoachView.of(described.state()), described);
    }

    private void requireColleague(Caller caller) {
        access.anyOf(caller, Role.EMPLOYEE, Role.MANAGER, Role.HR, Role.COACH);
    }

    private static String id(String person) {
        if (!CoachRegister.possible(person)) {
            throw refused("coach-unknown");
        }
        return person;
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code));
    }
}
