package nl.klimrek.conversations.planning.availability;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.conversations.calendar.BusyTimes;
import nl.klimrek.conversations.coach.CoachRegister;
import nl.klimrek.conversations.dialogue.Participants;
import nl.klimrek.conversations.dialogue.Relation;
import nl.klimrek.conversations.projection.CurrentRoster;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.planner.task.Capacity;
import nl.klimrek.planner.task.DateRange;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.servicekit.people.PersonProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the calendars of people from the roster, their busy times and their capacity, in batches. */
@Component
public class PersonCalendarReader {

    private static final int BATCH_SIZE = 500;
    private static final double FULL_TIME_MINUTES = 36 * 60;

    private final AggregateStore<BusyTimes> busy;
    private final AggregateStore<ManagerCapacity> capacities;
    private final CoachRegister coaches;
    private final RegionSettings region;
    private final PlannerSettings settings;

    public PersonCalendarReader(
            AggregateStore<BusyTimes> busy,
            AggregateStore<ManagerCapacity> capacities,
            CoachRegister coaches,
            RegionSettings region,
            PlannerSettings settings) {
        this.coaches = coaches;
        this.busy = busy;
        this.capacities = capacities;
        this.region = region;
        this.settings = settings;
    }

    /** The calendars of these people. */
    public List<PersonCalendar> of(Organisation organisation, Collection<PersonProfile> people) {
        List<PersonProfile> all = List.copyOf(people);
        List<PersonCalendar> calendars = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH_SIZE) {
            List<PersonProfile> some = all.subList(from, Math.min(all.size(), from + BATCH_SIZE));
            List<Key> keys = some.stream()
                    .map(person -> Key.of(organisation, person.person()))
                    .toList();
            Map<Key, Versioned<BusyTimes>> times = busy.findAllByKey(keys);
            Map<Key, Versioned<ManagerCapacity>> capacity = capacities.findAllByKey(keys);
            for (PersonProfile person : some) {
                Key key = Key.of(organisation, person.person());
                Versioned<ManagerCapacity> set = capacity.get(key);
                calendars.add(calendar(
                        person,
                        times.containsKey(key) ? times.get(key).state() : null,
                        set == null ? null : set.state().capacity()));
            }
        }
        return calendars;
    }

    /** The calendar of one side of a conversation; a coach has talks on the days of their own profile. */
    public PersonCalendar of(Organisation organisation, Participants two, PersonProfile person) {
        PersonCalendar usual = of(organisation, List.of(person)).get(0);
        boolean coach = two.relation() == Relation.COACH && two.counterpart().equals(person.person());
        Set<DayOfWeek> days = coach ? coaches.workingDays(organisation, person.person()) : Set.of();
        return days.isEmpty()
                ? usual
                : new PersonCalendar(
                        usual.person(),
                        usual.zone(),
                        usual.region(),
                        days,
                        usual.firstDay(),
                        usual.lastDay(),
                        usual.absences(),
                        usual.busy(),
                        usual.capacity());
    }

    /** The calendar of somebody from outside: nothing is known of it but the usual working days. */
    public PersonCalendar ofOutsider(String person, ZoneId zone) {
        return new PersonCalendar(
                person,
                zone,
                region.region(),
                days(List.of()),
                null,
                null,
                List.of(),
                List.of(),
                new Capacity(settings.perDay(), settings.perWeek()));
    }

    /** Whom HR named to help a manager. */
    public List<String> delegates(Organisation organisation, String manager) {
        return capacities
                .find(Key.of(organisation, manager))
                .map(found -> found.state().delegates())
                .orElse(List.of());
    }

    /** How many conversations a manager can have where nobody set it. */
    Capacity usual(PersonProfile person) {
        double share = person.minutesPerWeek() == 0 ? 1 : Math.min(1, person.minutesPerWeek() / FULL_TIME_MINUTES);
        return new Capacity(settings.perDay(), (int) Math.ceil(settings.perWeek() * share));
    }

    private PersonCalendar calendar(PersonProfile person, @Nullable BusyTimes times, @Nullable Capacity set) {
        List<DateRange> away = person.absentFrom() == null
                ? List.of()
                : List.of(new DateRange(person.absentFrom(), person.absentUntil()));
        return new PersonCalendar(
                person.person(),
                CurrentRoster.zoneOf(person),
                region.region(),
                days(person.workingDays()),
                person.startDate(),
                person.endDate(),
                away,
                times == null ? List.of() : times.times(),
                set == null ? usual(person) : set);
    }

    /** Somebody whose working days HR never told works from Monday to Friday. */
    private static Set<DayOfWeek> days(List<Weekday> told) {
        return told.isEmpty()
                ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                : told.stream().map(day -> DayOfWeek.of(day.ordinal() + 1)).collect(Collectors.toSet());
    }
}
