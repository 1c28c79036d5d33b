package nl.klimrek.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.PlanningTask;
import nl.klimrek.planner.task.SlotPlan;
import org.junit.jupiter.api.Test;

/** Tasks drawn from a seed; {@code -Dklimrek.seed=…} repeats a run, {@code -Dklimrek.tasks=…} makes it longer. */
class TimetablePropertyTest {

    private static final long SEED = Long.getLong("klimrek.seed", new Random().nextLong());
    private static final int TASKS = Integer.getInteger("klimrek.tasks", 400);

    private final RandomTasks random = new RandomTasks(new Random(SEED));

    @Test
    void whatever_is_asked_every_slot_is_legal_and_who_has_none_is_told_why() {
        for (int i = 0; i < TASKS; i++) {
            PlanningTask task = random.anything();
            new PlanRules(task).judge(Timetable.of(task).plan());
        }
    }

    @Test
    void nobody_is_left_out_who_could_start_at_a_five_minute_mark_with_everything_else_as_it_is() {
        for (int i = 0; i < TASKS / 8; i++) {
            PlanningTask task = random.anything();
            SlotPlan plan = Timetable.of(task).plan();
            List<ConversationToPlan> placed = task.talks().stream()
                    .filter(talk -> plan.slots().containsKey(talk.conversation()))
                    .toList();
            PlanRules rules = new PlanRules(task);
            for (ConversationToPlan talk : task.talks()) {
                if (plan.without().containsKey(talk.conversation()) && talk.manager() != null && known(task, talk)) {
                    assertThat(opening(rules, talk, placed, plan))
                            .as("seed %d: %s", SEED, talk)
                            .isNull();
                }
            }
        }
    }

    @Test
    void as_many_are_placed_as_any_arrangement_can_place() {
        for (int i = 0; i < TASKS; i++) {
            PlanningTask task = random.oneManager();
            SlotPlan plan = Timetable.of(task).plan();
            new PlanRules(task).judge(plan);
            assertThat(plan.slots()).as("seed %d, task %d: %s", SEED, i, task).hasSize(BestPossible.of(task));
        }
    }

    @Test
    void the_order_in_which_it_is_told_changes_nothing() {
        for (int i = 0; i < TASKS; i++) {
            PlanningTask task = random.anything();
            List<ConversationToPlan> talks = new ArrayList<>(task.talks());
            List<PersonCalendar> calendars = new ArrayList<>(task.calendars());
            Collections.shuffle(talks, new Random(i));
            Collections.shuffle(calendars, new Random(i));
            PlanningTask shuffled = new PlanningTask(
                    task.now(),
                    task.leadDays(),
                    task.preparationMinutes(),
                    task.hours(),
                    task.holidays(),
                    talks,
                    calendars);
            assertThat(Timetable.of(shuffled).plan())
                    .as("seed %d", SEED)
                    .isEqualTo(Timetable.of(task).plan());
        }
    }

    @Test
    void planning_again_moves_nothing_unless_it_places_one_more() {
        for (int i = 0; i < TASKS; i++) {
            PlanningTask task = i % 2 == 0 ? random.anything() : random.oneManager();
            SlotPlan plan = Timetable.of(task).plan();
            SlotPlan again = Timetable.of(TaskFixture.after(task, plan)).plan();
            assertThat(again.slots().keySet())
                    .as("seed %d", SEED)
                    .containsAll(plan.slots().keySet());
            if (again.slots().size() == plan.slots().size()) {
                assertThat(again).as("seed %d", SEED).isEqualTo(plan);
            }
        }
    }

    @Test
    void after_an_absence_everyone_who_can_stay_stays_and_as_few_others_move_as_any_arrangement_needs() {
        int tight = 0;
        for (int i = 0; i < TASKS; i++) {
            PlanningTask before = random.oneManager();
            SlotPlan plan = Timetable.of(before).plan();
            PlanningTask after = random.somebodyAway(TaskFixture.after(before, plan));
            SlotPlan again = Timetable.of(after).plan();
            new PlanRules(after).judge(again);
            assertThat(again.slots()).as("seed %d, task %d", SEED, i).hasSize(BestPossible.of(after));
            assertThat(again.moved().size())
                    .as("seed %d, task %d: %s", SEED, i, after)
                    .isEqualTo(BestPossible.fewestMoves(after, again.slots().keySet()));
            tight += again.moved().isEmpty() ? 0 : 1;
        }
        assertThat(tight).as("tasks in which something had to move").isPositive();
    }

    private static boolean known(PlanningTask task, ConversationToPlan talk) {
        return task.calendars().stream()
                .map(PersonCalendar::person)
                .toList()
                .containsAll(List.of(talk.employee(), talk.manager()));
    }

    private static PlannedSlot opening(
            PlanRules rules, ConversationToPlan talk, List<ConversationToPlan> placed, SlotPlan plan) {
        Instant from =
                talk.from().minusDays(1).atStartOfDay(TaskFixture.AMSTERDAM).toInstant();
        Instant until =
                talk.until().plusDays(2).atStartOfDay(TaskFixture.AMSTERDAM).toInstant();
        for (Instant start = from; start.isBefore(until); start = start.plus(Duration.ofMinutes(5))) {
            PlannedSlot slot = new PlannedSlot(start, start.plus(Duration.ofMinutes(talk.minutes())));
            if (rules.broken(talk, slot, placed, plan.slots()) == null) {
                return slot;
            }
        }
        return null;
    }
}
