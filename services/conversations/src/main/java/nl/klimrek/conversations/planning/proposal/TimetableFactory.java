package nl.klimrek.conversations.planning.proposal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.klimrek.conversations.dialogue.ConversationStatus;
import nl.klimrek.conversations.dialogue.overview.OverviewEntry;
import nl.klimrek.conversations.dialogue.overview.OverviewProjection;
import nl.klimrek.conversations.dialogue.scheduling.Slot;
import nl.klimrek.conversations.planning.availability.PersonCalendarReader;
import nl.klimrek.conversations.planning.availability.PlannerSettings;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.planner.Timetable;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.HolidayCalendar;
import nl.klimrek.planner.task.PlanningTask;
import nl.klimrek.planner.task.WorkingHours;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the planner needs and lets it plan; writes nothing. */
@Component
class TimetableFactory {

    private final PersonCalendarReader calendars;
    private final OverviewProjection agendas;
    private final HolidayCalendar holidays;
    private final PlannerSettings settings;
    private final CurrentRoster roster;

    TimetableFactory(
            PersonCalendarReader calendars,
            OverviewProjection agendas,
            HolidayCalendar holidays,
            PlannerSettings settings,
            CurrentRoster roster) {
        this.calendars = calendars;
        this.agendas = agendas;
        this.holidays = holidays;
        this.settings = settings;
        this.roster = roster;
    }

    /**
     * A timetable for a launch, around what those people have already: in their lists, and in their diaries what their lists do
     * not show yet.
     *
     * @param diaries by person and conversation
     */
    Timetable plan(PlanningLaunch launch, Map<String, Map<String, DiaryHour>> diaries) {
        Set<String> people = peopleOf(launch.talks());
        Map<String, ConversationToPlan> all = new HashMap<>();
        agendas.openOfAll(launch.organisation(), people).stream()
                .filter(TimetableFactory::takesTime)
                .forEach(entry -> all.putIfAbsent(entry.conversation(), talk(entry, true)));
        // A conversation that the agenda shows with a slot by now needs no other.
        launch.talks().forEach(talk -> all.putIfAbsent(talk.conversation(), withGiven(talk, given(talk, diaries))));
        diaries.values()
                .forEach(diary -> diary.forEach((key, hour) -> {
                    ConversationToPlan known = all.get(key);
                    if (hour.employee() != null
                            && (known == null
                                    || !PlannerSlots.toPlanner(hour.slot()).equals(known.slot()))) {
                        all.putIfAbsent(key + "@" + hour.start(), taken(key + "@" + hour.start(), hour));
                    }
                }));
        return timetable(
                launch.organisation(),
                launch.leadDays(),
                launch.closed(),
                known(launch.people(), people),
                all.values());
    }

    /** A timetable of these conversations only, for one that is to be planned again. */
    Timetable again(
            Organisation organisation, Map<String, PersonProfile> people, Collection<ConversationToPlan> talks) {
        return timetable(organisation, settings.againDays(), Set.of(), people.values(), talks);
    }

    /** Whom these conversations take time of. */
    static Set<String> peopleOf(Collection<ConversationToPlan> talks) {
        Set<String> people = new TreeSet<>();
        talks.forEach(talk -> Stream.of(talk.employee(), talk.manager())
                .filter(Objects::nonNull)
                .forEach(people::add));
        return people;
    }

    /** Whether a conversation has a slot that people keep free. */
    static boolean takesTime(OverviewEntry entry) {
        return entry.slotStart() != null
                && (entry.status() == ConversationStatus.INVITED || entry.status() == ConversationStatus.ACCEPTED);
    }

    static ConversationToPlan talk(OverviewEntry entry, boolean fixed) {
        Slot slot = entry.requireSlot();
        int minutes = (int) Duration.between(slot.start(), slot.end()).toMinutes();
        return new ConversationToPlan(
                entry.conversation(),
                entry.employee(),
                entry.counterpart(),
                entry.windowFrom(),
                entry.windowUntil(),
                Math.max(1, minutes),
                PlannerSlots.toPlanner(slot),
                fixed);
    }

    private static ConversationToPlan withGiven(ConversationToPlan talk, @Nullable Slot given) {
        return given == null
                ? talk
                : new ConversationToPlan(
                        talk.conversation(),
                        talk.employee(),
                        talk.manager(),
                        talk.from(),
                        talk.until(),
                        talk.minutes(),
                        PlannerSlots.toPlanner(given),
                        true);
    }

    /** The hour it was given before, where that is still to come; the diary that decides comes first. */
    private @Nullable Slot given(ConversationToPlan talk, Map<String, Map<String, DiaryHour>> diaries) {
        if (talk.manager() == null) {
            return null;
        }
        SlotRequest wish = new SlotRequest(talk.conversation(), talk.employee(), talk.manager(), null);
        return Stream.of(wish.second(), wish.first())
                .map(person -> diaries.getOrDefault(person, Map.of()).get(wish.key()))
                .filter(hour -> hour != null && !hour.start().isBefore(roster.now()))
                .findFirst()
                .map(DiaryHour::slot)
                .orElse(null);
    }

    private static ConversationToPlan taken(String key, DiaryHour hour) {
        LocalDate day = LocalDate.ofInstant(hour.start(), ZoneOffset.UTC);
        return new ConversationToPlan(
                key,
                Objects.requireNonNull(hour.employee()),
                hour.manager(),
                day,
                day,
                1,
                PlannerSlots.toPlanner(hour.slot()),
                true);
    }

    private static List<PersonProfile> known(Map<String, PersonProfile> everyone, Set<String> people) {
        return people.stream().map(everyone::get).filter(Objects::nonNull).toList();
    }

    private Timetable timetable(
            Organisation organisation,
            int leadDays,
            Set<LocalDate> closed,
            Collection<PersonProfile> people,
            Collection<ConversationToPlan> talks) {
        HolidayCalendar free = closed.isEmpty()
                ? holidays
                : (region, year) -> {
                    Set<LocalDate> days = new HashSet<>(closed);
                    days.addAll(holidays.in(region, year));
                    return days;
                };
        return Timetable.of(new PlanningTask(
                roster.now(),
                leadDays,
                settings.preparationMinutes(),
                WorkingHours.USUAL,
                free,
                new ArrayList<>(talks),
                calendars.of(organisation, people)));
    }
}
