package nl.klimrek.conversations.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.planner.task.BusyInterval;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.PersonProfile;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own busy times. Nobody else reads them; the planner only keeps away from them. */
@RestController
@RequestMapping("/api/conversations/busy")
class BusyTimesController {

    private final AggregateStore<BusyTimes> busy;
    private final CurrentRoster roster;

    BusyTimesController(AggregateStore<BusyTimes> busy, CurrentRoster roster) {
        this.busy = busy;
        this.roster = roster;
    }

    /** @param times at which the caller cannot talk, which replace all earlier ones */
    record Given(@NotNull @Size(max = BusyTimes.MAX_TIMES) List<@Valid @NotNull Time> times) {}

    record Time(@NotNull Instant start, @NotNull Instant end) {

        BusyInterval busy() {
            if (!BusyInterval.possible(start, end)) {
                throw new RefusedException(Refusal.of("busy-impossible"));
            }
            return new BusyInterval(start, end);
        }
    }

    @PutMapping
    ResponseEntity<Given> give(@Valid @RequestBody Given body, Caller caller, MessageContext context) {
        PersonProfile person = person(caller);
        return given(person, body.times().stream().map(Time::busy).toList(), caller, context);
    }

    /**
     * The same out of a calendar as other programs export it (iCalendar, RFC 5545): appointments and free/busy times of the
     * coming year, repeated ones each time. Only when is read; what for never is.
     */
    @PutMapping(consumes = "text/calendar")
    ResponseEntity<Given> give(@RequestBody byte[] calendar, Caller caller, MessageContext context) {
        PersonProfile person = person(caller);
        return given(person, BusyFile.read(calendar, CurrentRoster.zoneOf(person), roster.now()), caller, context);
    }

    private ResponseEntity<Given> given(
            PersonProfile person, List<BusyInterval> times, Caller caller, MessageContext context) {
        ZoneId zone = CurrentRoster.zoneOf(person);
        LocalDate today = CurrentRoster.dayOf(person, roster.now());
        Versioned<BusyTimes> given = busy.handle(
                Key.of(caller.organisation(), caller.person()),
                context,
                now -> now.orElse(new BusyTimes(caller.person(), List.of())).given(times, zone, today));
        return answer(given);
    }

    @GetMapping
    ResponseEntity<Given> mine(Caller caller) {
        person(caller);
        return answer(busy.find(Key.of(caller.organisation(), caller.person()))
                .orElse(new Versioned<>(new BusyTimes(caller.person(), List.of()), 0, false)));
    }

    private PersonProfile person(Caller caller) {
        return roster.employed(caller.organisation(), caller.person())
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
    }

    /** An empty list given for the first time changes nothing, and there is nothing to read back. */
    private static ResponseEntity<Given> answer(Versioned<BusyTimes> found) {
        List<BusyInterval> times =
                found.state() == null ? List.of() : found.state().times();
        return ETags.ok(
                new Given(times.stream()
                        .map(time -> new Time(time.from(), time.until()))
                        .toList()),
                found);
    }
}
