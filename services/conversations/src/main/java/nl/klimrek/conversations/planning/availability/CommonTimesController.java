package nl.klimrek.conversations.planning.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.dialogue.scheduling.Appointment;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.planning.availability.CommonTimes.DayTogether;
import nl.klimrek.conversations.planning.availability.CommonTimes.TakenTime;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.planner.task.BusyInterval;
import nl.klimrek.planner.task.HolidayCalendar;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.servicekit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When the two could talk, for each of them to choose a moment from. */
@RestController
class CommonTimesController {

    private static final int DAYS = 7;

    private final Participation participation;
    private final CurrentRoster roster;
    private final PersonCalendarReader calendars;
    private final HolidayCalendar holidays;
    private final OverviewProjection agendas;

    CommonTimesController(
            Participation participation,
            CurrentRoster roster,
            PersonCalendarReader calendars,
            HolidayCalendar holidays,
            OverviewProjection agendas) {
        this.participation = participation;
        this.roster = roster;
        this.calendars = calendars;
        this.holidays = holidays;
        this.agendas = agendas;
    }

    /** @param from first day; absent for that of the slot on the table, or without one for where the window begins. Never before today */
    @GetMapping("/api/conversations/{id}/times")
    CommonTimes times(
            @PathVariable String id, @RequestParam(required = false) @Nullable LocalDate from, Caller caller) {
        Conversation now = participation.find(caller, id).state();
        Side side = participation.require(caller, now);
        Organisation organisation = caller.organisation();
        PersonCalendar reader = calendar(organisation, now.participants(), caller.person());
        PersonCalendar other = calendar(
                organisation,
                now.participants(),
                now.participants().person(side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE));
        LocalDate today = LocalDate.ofInstant(roster.now(), reader.zone());
        Window window = now.appointment().window();
        LocalDate wanted = from == null ? usual(now.appointment(), reader.zone()) : from;
        LocalDate first = wanted.isBefore(today) ? today : wanted;
        List<DayTogether> days = IntStream.range(0, DAYS)
                .mapToObj(first::plusDays)
                .map(day -> DayTogether.of(day, reader, other, holidays))
                .toList();
        return new CommonTimes(
                other.person(),
                window.from(),
                window.until(),
                days,
                taken(organisation, reader, id, first, reader.zone()));
    }

    private static LocalDate usual(Appointment appointment, ZoneId zone) {
        return appointment.proposal() == null
                ? appointment.window().from()
                : LocalDate.ofInstant(appointment.proposal().slot().start(), zone);
    }

    private List<TakenTime> taken(
            Organisation organisation, PersonCalendar reader, String id, LocalDate first, ZoneId zone) {
        Instant begin = first.atStartOfDay(zone).toInstant();
        Instant end = first.plusDays(DAYS).atStartOfDay(zone).toInstant();
        Stream<TakenTime> busy = reader.busy().stream().map(CommonTimesController::taken);
        Stream<TakenTime> talks = agendas.openOf(organisation, reader.person()).stream()
                .filter(entry -> entry.status().ahead()
                        && entry.slotStart() != null
                        && !entry.conversation().equals(id))
                .map(CommonTimesController::taken);
        return Stream.concat(busy, talks)
                .filter(one -> one.start().isBefore(end) && one.end().isAfter(begin))
                .sorted(Comparator.comparing(TakenTime::start).thenComparing(TakenTime::end))
                .toList();
    }

    private static TakenTime taken(BusyInterval busy) {
        return new TakenTime(busy.from(), busy.until(), null, null, null);
    }

    private static TakenTime taken(OverviewEntry entry) {
        return new TakenTime(
                entry.requireSlot().start(),
                entry.requireSlot().end(),
                entry.conversation(),
                entry.type(),
                entry.side() == Side.EMPLOYEE ? entry.counterpart() : entry.employee());
    }

    private PersonCalendar calendar(Organisation organisation, Participants two, String person) {
        if (two.relation() == Relation.EXTERNAL && person.equals(two.counterpart())) {
            return calendars.ofOutsider(person, roster.zoneOf(organisation, two.employee()));
        }
        return roster.employed(organisation, person)
                .map(found -> calendars.of(organisation, two, found))
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
    }
}
