package nl.klimrek.benchmarks.conversations;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.klimrek.benchmarks.Median;
import nl.klimrek.benchmarks.ReportLine;
import nl.klimrek.planner.Timetable;
import nl.klimrek.planner.task.ConversationToPlan;
import nl.klimrek.planner.task.DateRange;
import nl.klimrek.planner.task.PersonCalendar;
import nl.klimrek.planner.task.PlannedSlot;
import nl.klimrek.planner.task.SlotPlan;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The planner alone, in one thread. Raw sorts the same conversations and gives each the first day of its window. */
final class PlannerFigures {

    private static final int MANAGERS = 5_000;
    private static final int REPORTS = 20;
    private static final int ROUNDS = 3;
    private static final int ABSENCES = 200;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private PlannerFigures() {}

    static void measure(Consumer<ReportLine> lines) {
        PlanningWorkload half = PlanningWorkload.of(MANAGERS, REPORTS);
        Median ours = new Median();
        Median raw = new Median();
        Median heap = new Median();
        Median processor = new Median();
        Median rawProcessor = new Median();
        @Nullable Timetable timetable = null;
        @Nullable SlotPlan plan = null;
        for (int round = 0; round <= ROUNDS; round++) {
            timetable = null;
            plan = null;
            double before = usedAfterCollection();
            long begin = System.nanoTime();
            long beginProcessor = processorNanos();
            timetable = Timetable.of(half.task());
            plan = timetable.plan();
            long planned = System.nanoTime();
            long plannedProcessor = processorNanos();
            double peak = peak();
            int assigned = withoutConstraints(half.task().talks()).size();
            long sorted = System.nanoTime();
            long sortedProcessor = processorNanos();
            if (round > 0 && assigned > 0) {
                ours.add((planned - begin) / NANOS_PER_SECOND);
                heap.add(peak - before);
                processor.add((plannedProcessor - beginProcessor) / NANOS_PER_SECOND);
                rawProcessor.add((sortedProcessor - plannedProcessor) / NANOS_PER_SECOND);
                raw.add((sorted - planned) / NANOS_PER_SECOND);
            }
        }
        String what = half.task().talks().size() + " conversations, " + MANAGERS + " managers, half a year";
        lines.accept(ReportLine.of(
                "conversations.plan-s", ours.value(), raw.value(), what + "; raw: sort and give the first day"));
        lines.accept(ReportLine.of(
                "conversations.plan-processor-s",
                processor.value(),
                rawProcessor.value(),
                "processor time of the one thread, whatever else the machine does"));
        lines.accept(ReportLine.of(
                "conversations.plan-heap-MiB",
                heap.value(),
                Double.NaN,
                "highest use above the task itself, garbage included"));
        lines.accept(ReportLine.of(
                "conversations.plan-placed",
                Objects.requireNonNull(plan).slots().size(),
                half.task().talks().size(),
                "raw: all that were asked for"));
        replan(half, Objects.requireNonNull(timetable), Objects.requireNonNull(plan), lines);
    }

    private static void replan(PlanningWorkload half, Timetable timetable, SlotPlan plan, Consumer<ReportLine> lines) {
        Map<String, PersonCalendar> calendars =
                half.task().calendars().stream().collect(Collectors.toMap(PersonCalendar::person, Function.identity()));
        Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
        int must = 0;
        int moved = 0;
        List<ConversationToPlan> talks = half.task().talks();
        for (int i = 0; i < ABSENCES; i++) {
            ConversationToPlan talk = talks.get(i * (talks.size() / ABSENCES));
            PlannedSlot slot = plan.slots().get(talk.conversation());
            if (slot != null) {
                // Every other time the manager is away, so that several have to move.
                String who = i % 2 == 0 ? talk.employee() : talk.manager();
                LocalDate day = LocalDate.ofInstant(slot.start(), PlanningWorkload.ZONE);
                must += (int) talks.stream()
                        .filter(other -> Objects.requireNonNull(who).equals(other.employee())
                                || Objects.requireNonNull(who).equals(other.manager()))
                        .map(other -> plan.slots().get(other.conversation()))
                        .filter(other -> other != null
                                && LocalDate.ofInstant(other.start(), PlanningWorkload.ZONE)
                                        .equals(day))
                        .count();
                PersonCalendar away = Objects.requireNonNull(calendars.get(who)).away(new DateRange(day, day));
                long begin = System.nanoTime();
                moved += timetable.change(away).size();
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
            }
        }
        lines.accept(new ReportLine(
                "conversations.replan-ms",
                micros.getValueAtPercentile(50) / 1e3,
                Double.NaN,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                "after one absence, of an employee or a manager"));
        lines.accept(
                ReportLine.of("conversations.replan-moved", moved, must, "slots that changed; raw: those that had to"));
    }

    /** The least work of any planner: sort the conversations and assign a day to each. */
    private static Map<String, LocalDate> withoutConstraints(List<ConversationToPlan> talks) {
        ConversationToPlan[] sorted = talks.toArray(ConversationToPlan[]::new);
        Arrays.sort(
                sorted,
                Comparator.comparing(ConversationToPlan::until).thenComparing(ConversationToPlan::conversation));
        Map<String, LocalDate> days = new HashMap<>();
        for (ConversationToPlan talk : sorted) {
            days.put(talk.conversation(), talk.from());
        }
        return days;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double usedAfterCollection() {
        ManagementFactory.getMemoryMXBean().gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEBIBYTE;
    }

    private static double peak() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / BYTES_PER_MEBIBYTE;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
