package nl.klimrek.planner;

import static nl.klimrek.planner.TaskFixture.aTask;
import static nl.klimrek.planner.TaskFixture.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.DateRange;
import nl.klimrek.planner.task.NoSlotReason;
import nl.klimrek.planner.task.Overload;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.SlotPlan;
import nl.klimrek.planner.task.WeekLoad;
import nl.klimrek.planner.task.WorkingHours;
import org.junit.jupiter.api.Test;

/** One rule at a time. */
class TimetableTest {

    @Test
    void a_conversation_gets_the_first_hour_of_its_window() {
        assertThat(aTask().people("mark", "emma")
                        .talk("t", "emma", "mark", "2026-03-04", "2026-03-31")
                        .plan()
                        .slots())
                .containsExactly(Map.entry("t", hour("2026-03-04T09:00")));
    }

    @Test
    void people_are_invited_the_lead_days_before_and_the_manager_has_time_to_prepare() {
        assertThat(aTask().people("mark", "emma")
                        .leadDays(14)
                        .preparation(30)
                        .talk("t", "emma", "mark", "2026-03-02", "2026-03-31")
                        .plan()
                        .slots())
                .containsExactly(Map.entry("t", hour("2026-03-16T09:30")));
    }

    @Test
    void no_day_and_no_week_holds_more_than_the_manager_can_have() {
        TaskFixture task = aTask().people("mark").capacity("mark", 2, 5);
        IntStream.range(0, 12)
                .forEach(i -> task.people("e" + i).talk("t" + i, "e" + i, "mark", "2026-03-02", "2026-03-15"));
        SlotPlan plan = task.plan();
        assertThat(plan.slots()).hasSize(10);
        assertThat(plan.without().values()).containsOnly(NoSlotReason.CAPACITY);
        new PlanRules(task.task()).judge(plan);
    }

    @Test
    void the_conversation_that_is_due_first_goes_first_and_the_others_make_room() {
        SlotPlan plan = aTask().people("mark", "gwen")
                .capacity("mark", 1, 5)
                .works("emma", DayOfWeek.MONDAY)
                .talk("a-week", "gwen", "mark", "2026-03-02", "2026-03-06")
                .talk("monday", "emma", "mark", "2026-03-02", "2026-03-08")
                .plan();
        assertThat(plan.slots())
                .containsEntry("monday", hour("2026-03-02T09:00"))
                .containsEntry("a-week", hour("2026-03-03T09:00"));
    }

    @Test
    void each_reason_for_having_no_slot_is_told_apart() {
        TaskFixture task = aTask().leadDays(2)
                .people("mark", "emma", "dora")
                .works("monday", DayOfWeek.MONDAY)
                .works("friday", DayOfWeek.FRIDAY)
                .away("away", "2026-03-01", null)
                .in("far", "Pacific/Auckland")
                .employed("later", "2026-06-01", null)
                .employed("former", null, "2026-03-03")
                .capacity("none", 0, 0)
                .holidays(LocalDate.parse("2026-03-09"))
                .busy("busy", "2026-03-01T00:00", "2026-04-01T00:00")
                .talk("no manager", "emma", null, "2026-03-02", "2026-03-31")
                .talk("manager never there", "emma", "nobody", "2026-03-02", "2026-03-31")
                .talk("manager left", "emma", "former", "2026-03-10", "2026-03-31")
                .talk("before employment", "later", "mark", "2026-03-02", "2026-03-31")
                .talk("passed", "emma", "mark", "2026-02-01", "2026-02-28")
                .talk("too soon", "emma", "mark", "2026-03-02", "2026-03-03")
                .talk("never together", "monday", "friday", "2026-03-02", "2026-03-31")
                .talk("holiday", "monday", "mark", "2026-03-08", "2026-03-10")
                .talk("away", "away", "mark", "2026-03-02", "2026-03-31")
                .talk("far", "far", "mark", "2026-03-02", "2026-03-31")
                .talk("busy", "busy", "mark", "2026-03-02", "2026-03-31")
                .talk("capacity", "emma", "none", "2026-03-02", "2026-03-31");
        assertThat(task.plan().without())
                .isEqualTo(Map.ofEntries(
                        Map.entry("no manager", NoSlotReason.NO_MANAGER),
                                Map.entry("manager never there", NoSlotReason.MANAGER_LEFT),
                        Map.entry("manager left", NoSlotReason.MANAGER_LEFT),
                                Map.entry("before employment", NoSlotReason.NOT_EMPLOYED),
                        Map.entry("passed", NoSlotReason.WINDOW_PASSED), Map.entry("too soon", NoSlotReason.LEAD_TIME),
                        Map.entry("never together", NoSlotReason.NO_COMMON_WORKING_DAY),
                                Map.entry("holiday", NoSlotReason.HOLIDAYS_ONLY),
                        Map.entry("away", NoSlotReason.ABSENT_THROUGHOUT),
                                Map.entry("far", NoSlotReason.NO_COMMON_HOURS),
                        Map.entry("busy", NoSlotReason.BUSY), Map.entry("capacity", NoSlotReason.CAPACITY)));
    }

    @Test
    void two_zones_talk_when_it_is_day_in_both() {
        PlannedSlot slot = aTask().people("mark")
                .in("nina", "America/New_York")
                .talk("t", "nina", "mark", "2026-03-02", "2026-03-31")
                .plan()
                .slots()
                .get("t");
        assertThat(slot.start()).isEqualTo(Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(slot.start().atZone(ZoneId.of("America/New_York")).toLocalTime())
                .isEqualTo(LocalTime.of(9, 0));
    }

    @Test
    void in_the_weeks_between_two_changes_of_the_clock_an_hour_more_is_shared() {
        // New York changes on 8 March 2026, Amsterdam on the 29th: five hours apart in between instead of six.
        TaskFixture task = aTask().people("mark").in("nina", "America/New_York");
        assertThat(task.talk("before", "nina", "mark", "2026-03-06", "2026-03-06")
                        .talk("between", "nina", "mark", "2026-03-10", "2026-03-10")
                        .talk("after", "nina", "mark", "2026-03-31", "2026-03-31")
                        .plan()
                        .slots())
                .containsEntry("before", hour("2026-03-06T15:00"))
                .containsEntry("between", hour("2026-03-10T14:00"))
                .containsEntry("after", hour("2026-03-31T15:00"));
    }

    @Test
    void the_night_without_two_o_clock_has_an_hour_less_and_the_night_with_two_has_one_more() {
        WorkingHours night =
                new WorkingHours(LocalTime.MIDNIGHT, LocalTime.of(6, 0), LocalTime.of(6, 0), LocalTime.of(6, 0));
        assertThat(talksInNight(night, "2026-03-28")).isEqualTo(6);
        assertThat(talksInNight(night, "2026-03-29")).isEqualTo(5);
        assertThat(talksInNight(night, "2026-10-25")).isEqualTo(7);
    }

    @Test
    void the_29th_of_february_is_a_day_like_any_other() {
        TaskFixture task = aTask().at("2028-02-01T07:00:00Z")
                .people("mark", "emma")
                .talk("t", "emma", "mark", "2028-02-29", "2028-02-29");
        assertThat(task.plan().slots()).containsEntry("t", hour("2028-02-29T09:00"));
    }

    @Test
    void eighty_reports_of_a_manager_who_works_two_days_are_spread_as_far_as_it_goes() {
        TaskFixture task = aTask().works("mark", DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)
                .capacity("mark", 3, 4)
                .preparation(15);
        IntStream.range(0, 80)
                .forEach(i -> task.people("e" + i).talk("t" + i, "e" + i, "mark", "2026-03-02", "2026-06-30"));
        Timetable timetable = Timetable.of(task.task());
        SlotPlan plan = timetable.plan();
        new PlanRules(task.task()).judge(plan);
        // Eighteen weeks of two days, four a week.
        assertThat(plan.slots()).hasSize(4 * 17 + 3);
        assertThat(plan.without().values()).containsOnly(NoSlotReason.CAPACITY);
        assertThat(timetable.load().overloads())
                .containsExactly(
                        new Overload("mark", 9, 9 * 75, LocalDate.parse("2026-03-02"), LocalDate.parse("2026-06-30")));
        assertThat(timetable.load().weeks("mark").get(0))
                .isEqualTo(new WeekLoad("mark", LocalDate.parse("2026-03-02"), 4, 4 * 75, 4 * 75, 0));
    }

    @Test
    void managers_who_are_each_others_report_never_talk_twice_at_once() {
        TaskFixture task = aTask().people("a", "b", "c")
                .capacity("a", 8, 40)
                .capacity("b", 8, 40)
                .capacity("c", 8, 40)
                .preparation(30);
        for (String pair : List.of("ab", "bc", "ca")) {
            IntStream.range(0, 3)
                    .forEach(i ->
                            task.talk(pair + i, pair.substring(0, 1), pair.substring(1), "2026-03-02", "2026-03-05"));
        }
        SlotPlan plan = task.plan();
        new PlanRules(task.task()).judge(plan);
        assertThat(plan.without()).isEmpty();
    }

    @Test
    void what_was_agreed_stays_and_what_was_given_stays_where_it_can() {
        ConversationToPlan agreed = new ConversationToPlan(
                "agreed",
                "emma",
                "mark",
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2026-03-31"),
                60,
                hour("2026-03-03T11:00"),
                true);
        ConversationToPlan given = new ConversationToPlan(
                "given",
                "finn",
                "mark",
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2026-03-31"),
                60,
                hour("2026-03-03T10:00"),
                false);
        TaskFixture task = aTask().people("mark", "emma", "finn").talk(agreed).talk(given);
        assertThat(task.plan().slots()).containsEntry("agreed", agreed.slot()).containsEntry("given", given.slot());
        SlotPlan away = task.away("finn", "2026-03-03", "2026-03-03")
                .away("emma", "2026-03-03", "2026-03-03")
                .plan();
        assertThat(away.slots())
                .containsEntry("agreed", agreed.slot())
                .containsEntry("given", hour("2026-03-02T09:00"));
        assertThat(away.moved()).containsExactly("given");
    }

    @Test
    void a_change_of_one_calendar_moves_only_what_it_touches() {
        TaskFixture task = aTask().people("mark", "olga");
        for (String manager : List.of("mark", "olga")) {
            IntStream.range(0, 20)
                    .forEach(i -> task.people(manager + i)
                            .talk("t-" + manager + i, manager + i, manager, "2026-03-02", "2026-04-30"));
        }
        Timetable timetable = Timetable.of(task.task());
        SlotPlan before = timetable.plan();
        LocalDate day = before.slots()
                .get("t-mark3")
                .start()
                .atZone(TaskFixture.AMSTERDAM)
                .toLocalDate();
        assertThat(timetable.change(task.calendarOf("mark3").away(new DateRange(day, day))))
                .containsExactly("t-mark3");
        SlotPlan after = timetable.plan();
        assertThat(after.slots()).hasSize(40);
        assertThat(after.slots().entrySet().stream()
                        .filter(slot -> !slot.getValue().equals(before.slots().get(slot.getKey()))))
                .hasSize(1);
    }

    @Test
    void a_conversation_or_a_person_that_is_there_twice_is_refused() {
        TaskFixture twice = aTask().people("mark", "emma")
                .talk("t", "emma", "mark", "2026-03-02", "2026-03-03")
                .talk("t", "emma", "mark", "2026-03-02", "2026-03-05");
        assertThatThrownBy(twice::plan).isInstanceOf(IllegalArgumentException.class);
    }

    private static int talksInNight(WorkingHours night, String day) {
        TaskFixture task =
                aTask().hours(night).works("mark", DayOfWeek.values()).capacity("mark", 16, 80);
        IntStream.range(0, 16)
                .forEach(i -> task.works("e" + i, DayOfWeek.values()).talk("t" + i, "e" + i, "mark", day, day));
        return task.plan().slots().size();
    }
}
