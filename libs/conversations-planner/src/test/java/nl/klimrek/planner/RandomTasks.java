package nl.klimrek.planner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.DateRange;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.PlanningTask;
import nl.klimrek.planner.task.WorkingHours;

/** Small tasks in which little fits, so that choices matter. */
final class RandomTasks {

    private static final String[] ZONES = {
        "Europe/Amsterdam", "Europe/Amsterdam", "Europe/London", "America/New_York", "Asia/Kolkata"
    };
    private static final WorkingHours SHORT =
            new WorkingHours(LocalTime.of(9, 0), LocalTime.of(11, 0), LocalTime.of(11, 0), LocalTime.of(11, 0));

    private final Random random;

    RandomTasks(Random random) {
        this.random = random;
    }

    /** Several managers, some each other's report; zones, lengths, preparation, busy times and slots of all kinds. */
    PlanningTask anything() {
        TaskFixture task = TaskFixture.aTask()
                .leadDays(random.nextInt(3))
                .preparation(15 * random.nextInt(3))
                .holidays(TaskFixture.TODAY.plusDays(random.nextInt(10)));
        String[] people =
                IntStream.range(0, 4 + random.nextInt(5)).mapToObj(i -> "p" + i).toArray(String[]::new);
        for (String person : people) {
            task.in(person, ZONES[random.nextInt(ZONES.length)])
                    .works(person, someDays())
                    .capacity(person, random.nextInt(4), random.nextInt(6));
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate day = day(14);
                int hour = 8 + random.nextInt(8);
                task.busy(
                        person,
                        day.atTime(hour, 5 * random.nextInt(12)).toString(),
                        day.atTime(hour + 1, random.nextInt(60)).toString());
            }
            if (random.nextInt(3) == 0) {
                LocalDate day = day(10);
                task.away(
                        person,
                        day.toString(),
                        random.nextBoolean() ? day.plusDays(random.nextInt(4)).toString() : null);
            }
            if (random.nextInt(6) == 0) {
                task.employed(person, day(8).toString(), day(8).plusDays(9).toString());
            }
        }
        for (int i = 4 + random.nextInt(16); i > 0; i--) {
            task.talk(talk("t" + i, people));
        }
        return task.task();
    }

    /** One manager, talks of one length, days on which an employee is there or not: where the planner promises the most. */
    PlanningTask oneManager() {
        TaskFixture task = TaskFixture.aTask()
                .hours(SHORT)
                .works("m", someDays())
                .capacity("m", 1 + random.nextInt(2), 1 + random.nextInt(4));
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate day = day(9);
            int minute = 5 * random.nextInt(24);
            task.busy(
                    "m",
                    day.atTime(9, 0).plusMinutes(minute).toString(),
                    day.atTime(9, 20).plusMinutes(minute).toString());
        }
        for (int i = 2 + random.nextInt(6); i > 0; i--) {
            String employee = "e" + i;
            task.works(employee, someDays());
            LocalDate from = day(9);
            task.talk(
                    employee + "-talk",
                    employee,
                    "m",
                    from.toString(),
                    from.plusDays(random.nextInt(6)).toString());
        }
        return task.task();
    }

    /** The same task with one absence more, of anybody in it. */
    PlanningTask somebodyAway(PlanningTask task) {
        int who = random.nextInt(task.calendars().size());
        LocalDate from = day(9);
        List<PersonCalendar> calendars = new ArrayList<>(task.calendars());
        calendars.set(who, calendars.get(who).away(new DateRange(from, from.plusDays(random.nextInt(3)))));
        return new PlanningTask(
                task.now(),
                task.leadDays(),
                task.preparationMinutes(),
                task.hours(),
                task.holidays(),
                task.talks(),
                calendars);
    }

    private ConversationToPlan talk(String id, String[] people) {
        String employee = people[random.nextInt(people.length)];
        String manager = random.nextInt(12) == 0 ? null : random.nextInt(15) == 0 ? "gone" : people[random.nextInt(3)];
        LocalDate from = day(12).minusDays(2);
        LocalDate until = from.plusDays(random.nextInt(8));
        int minutes = 30 * (1 + random.nextInt(3));
        if (employee.equals(manager)) {
            manager = null;
        }
        boolean fixed = manager != null && random.nextInt(8) == 0;
        return new ConversationToPlan(
                id,
                employee,
                manager,
                from,
                until,
                minutes,
                fixed
                        ? TaskFixture.hour(
                                day(10).atTime(9 + random.nextInt(7), 0).toString())
                        : null,
                fixed);
    }

    private DayOfWeek[] someDays() {
        return IntStream.rangeClosed(1, 5)
                .filter(day -> random.nextInt(4) > 0)
                .mapToObj(DayOfWeek::of)
                .toArray(DayOfWeek[]::new);
    }

    private LocalDate day(int within) {
        return TaskFixture.TODAY.plusDays(random.nextInt(within));
    }
}
