package nl.klimrek.conversations.appointment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.conversations.dialogue.Conversation;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.dialogue.scheduling.SlotDeviation;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.planning.availability.DayKind;
import nl.klimrek.conversations.planning.availability.PersonCalendarReader;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.planner.task.HolidayCalendar;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.WorkingHours;
import org.springframework.stereotype.Component;

/** Finds in what a slot is not as usual for the two who would talk. */
@Component
class DeviationFinder {

    private final PersonCalendarReader calendars;
    private final HolidayCalendar holidays;
    private final CurrentRoster roster;

    DeviationFinder(PersonCalendarReader calendars, HolidayCalendar holidays, CurrentRoster roster) {
        this.calendars = calendars;
        this.holidays = holidays;
        this.roster = roster;
    }

    /** Deviations of a slot that is proposed now. A window that passed opens again with the proposal. */
    Set<SlotDeviation> of(Organisation organisation, Conversation now, Slot slot) {
        Set<SlotDeviation> found = EnumSet.noneOf(SlotDeviation.class);
        Participants two = now.participants();
        LocalDate day = LocalDate.ofInstant(slot.start(), roster.zoneOf(organisation, two.employee()));
        Window open = now.appointment().window().openOn(roster.today(organisation, two.employee()));
        if (day.isBefore(open.from()) || day.isAfter(open.until())) {
            found.add(SlotDeviation.WINDOW);
        }
        Stream.of(two.employee(), two.counterpart())
                .map(person -> roster.employed(organisation, person))
                .flatMap(Optional::stream)
                .forEach(person -> add(calendars.of(organisation, two, person), slot, found));
        return found;
    }

    private void add(PersonCalendar person, Slot slot, Set<SlotDeviation> found) {
        LocalDate day = LocalDate.ofInstant(slot.start(), person.zone());
        if (DayKind.of(person, day, holidays.in(person.region(), day.getYear())) != DayKind.WORKING) {
            found.add(SlotDeviation.WORKING_DAY);
        }
        WorkingHours hours = WorkingHours.USUAL;
        boolean within = !slot.start()
                        .isBefore(day.atTime(hours.from()).atZone(person.zone()).toInstant())
                && !slot.end()
                        .isAfter(day.atTime(hours.until()).atZone(person.zone()).toInstant());
        if (!within) {
            found.add(SlotDeviation.WORKING_HOURS);
        }
    }
}
