package nl.klimrek.conversations.planning.availability;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.planner.task.Capacity;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.people.AccessRight;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.web.ListRequest;
import nl.klimrek.servicekit.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many conversations a manager can have, for the manager and HR to say; and who has too little time. */
@RestController
@RequestMapping("/api/conversations")
class CapacityController {

    private final AggregateStore<ManagerCapacity> capacities;
    private final PersonCalendarReader calendars;
    private final OverloadProjection overloads;
    private final CurrentRoster roster;
    private final AccessControl access;

    CapacityController(
            AggregateStore<ManagerCapacity> capacities,
            PersonCalendarReader calendars,
            OverloadProjection overloads,
            CurrentRoster roster,
            AccessControl access) {
        this.capacities = capacities;
        this.calendars = calendars;
        this.overloads = overloads;
        this.roster = roster;
        this.access = access;
    }

    /**
     * @param perDay conversations a day at most
     * @param perWeek conversations a week at most
     * @param delegates person ids of those who may be asked to help; only HR names them; absent leaves them as they are
     */
    record NewCapacity(
            @NotNull @Min(0) @Max(Capacity.MAX_PER_DAY) Integer perDay,
            @NotNull @Min(0) @Max(Capacity.MAX_PER_WEEK) Integer perWeek,
            @Size(max = 20) List<@NotNull @Pattern(regexp = Key.ID) String> delegates) {}

    /** @param usual whether nobody set it and the usual one holds */
    record CapacityView(String manager, int perDay, int perWeek, List<String> delegates, boolean usual) {}

    @GetMapping("capacity")
    ResponseEntity<CapacityView> capacity(
            @RequestParam(required = false) @Pattern(regexp = Key.ID) String manager, Caller caller) {
        String whose = manager == null ? caller.person() : manager;
        access.selfOrHr(caller, whose);
        return answer(
                person(caller, whose),
                capacities
                        .find(Key.of(caller.organisation(), whose))
                        .orElse(new Versioned<>(ManagerCapacity.of(whose), 0, false)));
    }

    @PutMapping("capacity")
    ResponseEntity<CapacityView> set(
            @RequestParam(required = false) @Pattern(regexp = Key.ID) String manager,
            @Valid @RequestBody NewCapacity body,
            Caller caller,
            MessageContext context) {
        String whose = manager == null ? caller.person() : manager;
        AccessRight right = access.selfOrHr(caller, whose);
        if (body.delegates() != null && right != AccessRight.HR) {
            access.hr(caller);
        }
        PersonProfile person = person(caller, whose);
        Capacity capacity = new Capacity(body.perDay(), body.perWeek());
        return answer(
                person,
                capacities.handle(
                        Key.of(caller.organisation(), whose),
                        context,
                        now -> now.orElse(ManagerCapacity.of(whose)).set(capacity, body.delegates())));
    }

    /** For HR of the whole organisation, for a manager of themselves. */
    @GetMapping("overload")
    Page<ManagerOverload> overload(
            @RequestParam(defaultValue = "false") boolean all, ListRequest asked, Caller caller) {
        if (all) {
            access.hr(caller);
        }
        List<ManagerOverload> found =
                all ? overloads.all(caller.organisation()) : overloads.of(caller.organisation(), caller.person());
        return Page.of(found, overload -> overload.cycle() + ":" + overload.manager(), asked);
    }

    private PersonProfile person(Caller caller, String person) {
        return roster.employed(caller.organisation(), person)
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
    }

    private ResponseEntity<CapacityView> answer(PersonProfile person, Versioned<ManagerCapacity> found) {
        Capacity set = found.state().capacity();
        Capacity holds = set == null ? calendars.usual(person) : set;
        return ETags.ok(
                new CapacityView(
                        person.person(),
                        holds.perDay(),
                        holds.perWeek(),
                        found.state().delegates(),
                        set == null),
                found);
    }
}
