package nl.klimrek.planner;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.klimrek.planner.task.BusyInterval;
import nl.klimrek.planner.task.Capacity;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.DateRange;
import nl.klimrek.planner.task.HolidayCalendar;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.PlanningTask;
import nl.klimrek.planner.task.SlotPlan;
import nl.klimrek.planner.task.WorkingHours;

/** A planning task that reads like the case. It is Monday 2 March 2026, eight in the morning in Amsterdam. */
final class TaskFixture {

    static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Map<String, PersonCalendar> calendars = new LinkedHashMap<>();
    private final List<ConversationToPlan> talks = new ArrayList<>();
    private Instant now = NOW;
    private int leadDays;
    private int preparation;
    private WorkingHours hours = WorkingHours.USUAL;
    private HolidayCalendar holidays = HolidayCalendar.NONE;

    static TaskFixture aTask() {
        return new TaskFixture();
    }

    static PersonCalendar calendar(String person) {
        return new PersonCalendar(
                person,
                AMSTERDAM,
                "nl",
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                null,
                null,
                List.of(),
                List.of(),
                new Capacity(3, 8));
    }

    TaskFixture at(String moment) {
        now = Instant.parse(moment);
        return this;
    }

    TaskFixture leadDays(int days) {
        leadDays = days;
        return this;
    }

    TaskFixture preparation(int minutes) {
        preparation = minutes;
        return this;
    }

    TaskFixture hours(WorkingHours other) {
        hours = other;
        return this;
    }

    TaskFixture holidays(LocalDate... days) {
        Set<LocalDate> all = Set.of(days);
        holidays = (region, year) -> all;
        return this;
    }

    TaskFixture people(String... people) {
        for (String person : people) {
            calendars.put(person, calendar(person));
        }
        return this;
    }

    TaskFixture with(PersonCalendar calendar) {
        calendars.put(calendar.person(), calendar);
        return this;
    }

    TaskFixture works(String person, DayOfWeek... days) {
        return change(
                person,
                now -> new PersonCalendar(
                        person,
                        now.zone(),
                        now.region(),
                        Set.of(days),
                        now.firstDay(),
                        now.lastDay(),
                        now.absences(),
                        now.busy(),
                        now.capacity()));
    }

    TaskFixture in(String person, String zone) {
        return change(
                person,
                now -> new PersonCalendar(
                        person,
                        ZoneId.of(zone),
                        now.region(),
                        now.workingDays(),
                        now.firstDay(),
                        now.lastDay(),
                        now.absences(),
                        now.busy(),
                        now.capacity()));
    }

    TaskFixture capacity(String person, int perDay, int perWeek) {
        return change(
                person,
                now -> new PersonCalendar(
                        person,
                        now.zone(),
                        now.region(),
                        now.workingDays(),
                        now.firstDay(),
                        now.lastDay(),
                        now.absences(),
                        now.busy(),
                        new Capacity(perDay, perWeek)));
    }

    TaskFixture employed(String person, String from, String until) {
        return change(
                person,
                now -> new PersonCalendar(
                        person,
                        now.zone(),
                        now.region(),
                        now.workingDays(),
                        from == null ? null : LocalDate.parse(from),
                        until == null ? null : LocalDate.parse(until),
                        now.absences(),
                        now.busy(),
                        now.capacity()));
    }

    TaskFixture away(String person, String from, String until) {
        return change(
                person,
                now -> now.away(new DateRange(LocalDate.parse(from), until == null ? null : LocalDate.parse(until))));
    }

    TaskFixture busy(String person, String from, String until) {
        return change(person, now -> {
            List<BusyInterval> more = new ArrayList<>(now.busy());
            more.add(new BusyInterval(local(from), local(until)));
            return new PersonCalendar(
                    person,
                    now.zone(),
                    now.region(),
                    now.workingDays(),
                    now.firstDay(),
                    now.lastDay(),
                    now.absences(),
                    more,
                    now.capacity());
        });
    }

    /** An hour's talk within these days. */
    TaskFixture talk(String id, String employee, String manager, String from, String until) {
        talks.add(ConversationToPlan.open(id, employee, manager, LocalDate.parse(from), LocalDate.parse(until), 60));
        return this;
    }

    TaskFixture talk(ConversationToPlan talk) {
        talks.add(talk);
        return this;
    }

    PersonCalendar calendarOf(String person) {
        return calendars.get(person);
    }

    PlanningTask task() {
        return new PlanningTask(now, leadDays, preparation, hours, holidays, talks, List.copyOf(calendars.values()));
    }

    SlotPlan plan() {
        return Timetable.of(task()).plan();
    }

    /** A moment on the clock in Amsterdam. */
    static Instant local(String time) {
        return LocalDateTime.parse(time).atZone(AMSTERDAM).toInstant();
    }

    static PlannedSlot hour(String time) {
        return new PlannedSlot(local(time), local(time).plusSeconds(3600));
    }

    /** The same task with the slots of a plan. */
    static PlanningTask after(PlanningTask task, SlotPlan plan) {
        List<ConversationToPlan> kept = task.talks().stream()
                .map(talk -> new ConversationToPlan(
                        talk.conversation(),
                        talk.employee(),
                        talk.manager(),
                        talk.from(),
                        talk.until(),
                        talk.minutes(),
                        plan.slots().get(talk.conversation()),
                        talk.fixed()))
                .toList();
        return new PlanningTask(
                task.now(),
                task.leadDays(),
                task.preparationMinutes(),
                task.hours(),
                task.holidays(),
                kept,
                task.calendars());
    }

    private TaskFixture change(String person, UnaryOperator<PersonCalendar> change) {
        calendars.put(person, change.apply(calendars.getOrDefault(person, calendar(person))));
        return this;
    }
}
