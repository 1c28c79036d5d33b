package nl.klimrek.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.PlanningTask;
import nl.klimrek.planner.task.SlotPlan;

/**
 * What every plan keeps to, written once more and apart from the planner: legal is a slot within the window, after the lead
 * days, in both people's hours and days, outside absences, holidays and busy times; nobody talks twice at once; preparation
 * is free; no day or week holds more than the capacity. Illegal is anything else, unless the slot was fixed.
 */
final class PlanRules {

    private final PlanningTask task;
    private final Map<String, PersonCalendar> calendars;

    PlanRules(PlanningTask task) {
        this.task = task;
        this.calendars =
                task.calendars().stream().collect(Collectors.toMap(PersonCalendar::person, Function.identity()));
    }

    /** Fails on the first rule that a plan breaks, and on a conversation that has neither a slot nor a reason. */
    void judge(SlotPlan plan) {
        assertThat(plan.slots().size() + plan.without().size())
                .isEqualTo(task.talks().size());
        List<ConversationToPlan> placed = new ArrayList<>();
        for (ConversationToPlan talk : task.talks()) {
            PlannedSlot slot = plan.slots().get(talk.conversation());
            assertThat(slot != null ^ plan.without().containsKey(talk.conversation()))
                    .as(talk.conversation())
                    .isTrue();
            if (talk.fixed()) {
                assertThat(slot).isEqualTo(talk.slot());
            } else if (slot != null) {
                assertThat(broken(talk, slot, placed, plan.slots()))
                        .as(talk + " at " + slot)
                        .isNull();
            }
            if (slot != null) {
                placed.add(talk);
            }
        }
    }

    /** The rule that a talk at this time breaks beside these others; null for none. */
    String broken(
            ConversationToPlan talk,
            PlannedSlot slot,
            List<ConversationToPlan> others,
            Map<String, PlannedSlot> slots) {
        PersonCalendar employee = calendars.get(talk.employee());
        PersonCalendar manager = calendars.get(talk.manager());
        PlannedSlot prepared =
                new PlannedSlot(slot.start().minus(Duration.ofMinutes(task.preparationMinutes())), slot.end());
        LocalDate day = local(slot.start(), employee).toLocalDate();
        LocalDate today = local(task.now(), employee).toLocalDate();
        if (day.isBefore(talk.from()) || day.isAfter(talk.until())) {
            return "window";
        }
        if (slot.start().isBefore(task.now()) || day.isBefore(today.plusDays(task.leadDays()))) {
            return "lead";
        }
        if (!there(employee, slot) || !there(manager, prepared)) {
            return "calendar";
        }
        for (ConversationToPlan other : others) {
            PlannedSlot taken = slots.get(other.conversation());
            PlannedSlot takenByManager =
                    new PlannedSlot(taken.start().minus(Duration.ofMinutes(task.preparationMinutes())), taken.end());
            for (String person : List.of(talk.employee(), talk.manager())) {
                PlannedSlot mine = person.equals(talk.manager()) ? prepared : slot;
                if (person.equals(other.employee()) && overlap(mine, taken)
                        || person.equals(other.manager()) && overlap(mine, takenByManager)) {
                    return "twice at once";
                }
            }
        }
        return capacity(talk, slot, others, slots);
    }

    private String capacity(
            ConversationToPlan talk,
            PlannedSlot slot,
            List<ConversationToPlan> others,
            Map<String, PlannedSlot> slots) {
        PersonCalendar manager = calendars.get(talk.manager());
        Map<Object, Integer> counts = new HashMap<>();
        for (ConversationToPlan other : others) {
            if (talk.manager().equals(other.manager())) {
                counts.merge(day(slots.get(other.conversation()), manager), 1, Integer::sum);
                counts.merge(week(slots.get(other.conversation()), manager), 1, Integer::sum);
            }
        }
        return counts.getOrDefault(day(slot, manager), 0) < manager.capacity().perDay()
                        && counts.getOrDefault(week(slot, manager), 0)
                                < manager.capacity().perWeek()
                ? null
                : "capacity";
    }

    private boolean there(PersonCalendar who, PlannedSlot slot) {
        ZonedDateTime start = local(slot.start(), who);
        ZonedDateTime end = local(slot.end(), who);
        LocalDate day = start.toLocalDate();
        boolean morning = inside(
                slot, at(day, task.hours().from(), who), at(day, task.hours().lunchFrom(), who));
        boolean afternoon = inside(
                slot,
                at(day, task.hours().lunchUntil(), who),
                at(day, task.hours().until(), who));
        boolean whole = task.hours().lunchFrom().equals(task.hours().lunchUntil())
                && inside(
                        slot,
                        at(day, task.hours().from(), who),
                        at(day, task.hours().until(), who));
        return end.isAfter(start)
                && (morning || afternoon || whole)
                && who.workingDays().contains(day.getDayOfWeek())
                && (who.firstDay() == null || !day.isBefore(who.firstDay()))
                && (who.lastDay() == null || !day.isAfter(who.lastDay()))
                && !task.holidays().in(who.region(), day.getYear()).contains(day)
                && who.absences().stream()
                        .noneMatch(away ->
                                !day.isBefore(away.from()) && (away.until() == null || !day.isAfter(away.until())))
                && who.busy().stream()
                        .noneMatch(busy ->
                                busy.from().isBefore(slot.end()) && busy.until().isAfter(slot.start()));
    }

    private static boolean inside(PlannedSlot slot, Instant from, Instant until) {
        return !slot.start().isBefore(from) && !slot.end().isAfter(until);
    }

    private static boolean overlap(PlannedSlot one, PlannedSlot other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }

    private static Instant at(LocalDate day, LocalTime time, PersonCalendar who) {
        return day.atTime(time).atZone(who.zone()).toInstant();
    }

    private static ZonedDateTime local(Instant moment, PersonCalendar who) {
        return moment.atZone(who.zone());
    }

    private static LocalDate day(PlannedSlot slot, PersonCalendar manager) {
        return local(slot.start(), manager).toLocalDate();
    }

    private static String week(PlannedSlot slot, PersonCalendar manager) {
        LocalDate day = day(slot, manager);
        return day.get(IsoFields.WEEK_BASED_YEAR) + "W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
