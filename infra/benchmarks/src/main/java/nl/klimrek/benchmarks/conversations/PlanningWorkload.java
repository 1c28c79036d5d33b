package nl.klimrek.benchmarks.conversations;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.klimrek.planner.task.BusyInterval;
import nl.klimrek.planner.task.Capacity;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.PlanningTask;
import nl.klimrek.planner.task.WorkingHours;

/** Half a year of due conversations of a large organisation, from a fixed seed: days off, busy times, windows of two to six weeks. */
record PlanningWorkload(PlanningTask task) {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");
    private static final int BUSY_TIMES = 10;
    private static final int DAYS = 182;

    static PlanningWorkload of(int managers, int reportsEach) {
        Random random = new Random(20260302);
        List<PersonCalendar> people = new ArrayList<>();
        List<ConversationToPlan> talks = new ArrayList<>();
        for (int manager = 0; manager < managers; manager++) {
            people.add(calendar("m" + manager, random));
            for (int report = 0; report < reportsEach; report++) {
                String employee = "e" + manager + "-" + report;
                people.add(calendar(employee, random));
                LocalDate from = TODAY.plusDays(random.nextInt(DAYS - 42));
                talks.add(ConversationToPlan.open(
                        "c" + employee, employee, "m" + manager, from, from.plusDays(13 + random.nextInt(28)), 60));
            }
        }
        Set<LocalDate> holidays = Set.of(
                LocalDate.parse("2026-04-06"),
                LocalDate.parse("2026-04-27"),
                LocalDate.parse("2026-05-14"),
                LocalDate.parse("2026-05-25"));
        return new PlanningWorkload(
                new PlanningTask(NOW, 14, 15, WorkingHours.USUAL, (region, year) -> holidays, talks, people));
    }

    private static PersonCalendar calendar(String person, Random random) {
        EnumSet<DayOfWeek> days = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        days.remove(DayOfWeek.of(1 + random.nextInt(5)));
        List<BusyInterval> busy = new ArrayList<>();
        for (int i = 0; i < BUSY_TIMES; i++) {
            Instant from = NOW.plusSeconds(3600L * random.nextInt(24 * DAYS));
            busy.add(new BusyInterval(from, from.plusSeconds(5400)));
        }
        return new PersonCalendar(person, ZONE, "nl", days, null, null, List.of(), busy, new Capacity(3, 8));
    }
}
