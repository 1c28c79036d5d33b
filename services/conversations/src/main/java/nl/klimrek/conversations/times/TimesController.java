package nl.klimrek.conversations.times;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.agenda.AgendaEntry;
import nl.klimrek.conversations.agenda.Agendas;
import nl.klimrek.conversations.dialogue.Appointment;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Window;
import nl.klimrek.conversations.dialogue.steps.Participation;
import nl.klimrek.conversations.planning.Busy;
import nl.klimrek.conversations.planning.Holidays;
import nl.klimrek.conversations.planning.PersonCalendar;
import nl.klimrek.conversations.planning.calendar.Calendars;
import nl.klimrek.conversations.roster.Roster;
import nl.klimrek.conversations.times.TimesTogether.DayTogether;
import nl.klimrek.conversations.times.TimesTogether.TakenTime;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When the two could talk, for each of them to choose a moment from. */
@RestController
class TimesController {

    private static final int DAYS = 7;

    private final Participation participation;
    private final Roster roster;
    private final Calendars calendars;
    private final Holidays holidays;
    private final Agendas agendas;

    TimesController(
            Participation participation, Roster roster, Calendars calendars, Holidays holidays, Agendas agendas) {
        this.participation = participation;
        this.roster = roster;
        this.calendars = calendars;
        this.holidays = holidays;
        this.agendas = agendas;
    }

    /** @param from first day; absent for that of the slot on the table, or without one for where the window begins. Never before today */
    @GetMapping("/api/conversations/{id}/times")
    TimesTogether times(@PathVariable String id, @RequestParam(required = false) LocalDate from, Caller caller) {
        Conversation now = participation.find(caller, id).state();
        Side side = participation.require(caller, now);
        Organisation organisation = caller.organisation();
        PersonCalendar reader = calendar(organisation, caller.person());
        PersonCalendar other = calendar(
                organisation, now.participants().person(side == Side.EMPLOYEE ? Side.COUNTERPART : Side.EMPLOYEE));
        LocalDate today = LocalDate.ofInstant(roster.now(), reader.zone());
        Window window = now.appointment().window();
        LocalDate wanted = from == null ? usual(now.appointment(), reader.zone()) : from;
        LocalDate first = wanted.isBefore(today) ? today : wanted;
        List<DayTogether> days = IntStream.range(0, DAYS)
                .mapToObj(first::plusDays)
                .map(day -> DayTogether.of(day, reader, other, holidays))
                .toList();
        return new TimesTogether(
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
        Stream<TakenTime> busy = reader.busy().stream().map(TimesController::taken);
        Stream<TakenTime> talks = agendas.openOf(organisation, reader.person()).stream()
                .filter(entry -> entry.status().ahead()
                        && entry.slotStart() != null
                        && !entry.conversation().equals(id))
                .map(TimesController::taken);
        return Stream.concat(busy, talks)
                .filter(one -> one.start().isBefore(end) && one.end().isAfter(begin))
                .sorted(Comparator.comparing(TakenTime::start).thenComparing(TakenTime::end))
                .toList();
    }

    private static TakenTime taken(Busy busy) {
        return new TakenTime(busy.from(), busy.until(), null, null, null);
    }

    private static TakenTime taken(AgendaEntry entry) {
        return new TakenTime(
                entry.slotStart(),
                entry.slotEnd(),
                entry.conversation(),
                entry.type(),
                entry.side() == Side.EMPLOYEE ? entry.counterpart() : entry.employee());
    }

    private PersonCalendar calendar(Organisation organisation, String person) {
        return roster.employed(organisation, person)
                .map(found -> calendars.of(organisation, List.of(found)).get(0))
                .orElseThrow(() -> new RefusedException(Refusal.of("person-unknown")));
    }
}
