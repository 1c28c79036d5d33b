package nl.klimrek.portal.cycles;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.klimrek.portal.cycles.CycleResponses.Plan;
import nl.klimrek.portal.cycles.CycleResponses.Planning;
import nl.klimrek.portal.cycles.CycleResponses.Week;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The preview of a planning run; nothing is sent yet.
 *
 * @param people   how many people were looked at
 * @param planned  how many conversations there would be
 * @param proposed how many of them have a time
 * @param leftOut  what is left out, each with how many and why
 * @param weeks    load by week of all managers; null when there is none
 * @param tight    managers who have too little time
 * @param slots    who would talk when
 * @param next     where the list of slots goes on; null at its end
 * @param without  names of people without a manager, as many as fit
 */
record PreviewPage(
        int people,
        int planned,
        int proposed,
        List<String> leftOut,
        @Nullable BarChart weeks,
        List<Tight> tight,
        List<Line> slots,
        @Nullable String next,
        List<Line> timeless,
        List<String> without) {
    private static final int MAX_NAMES = 50;

    /** @param helpers people with room who may be asked; empty if there are none */
    record Tight(String name, String text, String helpers) {}

    record Line(String who, String what) {}

    static PreviewPage of(Reader reader, Planning run) {
        Plan plan = run.plan() == null
                ? new Plan(new CycleResponses.Slots(List.of(), null), List.of(), List.of(), List.of())
                : run.plan();
        return new PreviewPage(
                run.people(),
                run.planned(),
                run.proposed(),
                CyclePage.leftOut(reader, run),
                weeks(reader, plan.load()),
                plan.overloads().stream()
                        .map(one -> new Tight(
                                reader.name(one.manager()),
                                reader.say(
                                        "cycles.tight",
                                        one.conversations(),
                                        hours(one.minutesShort()),
                                        reader.shortDay(one.from()),
                                        reader.shortDay(one.until())),
                                one.delegates().stream().map(reader::name).collect(Collectors.joining(", "))))
                        .toList(),
                plan.slots() == null
                        ? List.of()
                        : plan.slots().items().stream()
                                .map(slot -> new Line(
                                        reader.say(
                                                "cycles.pair",
                                                reader.name(slot.employee()),
                                                reader.name(slot.manager())),
                                        reader.slot(slot.slotStart(), slot.slotEnd())))
                                .toList(),
                plan.slots() == null ? null : plan.slots().next(),
                plan.without().stream()
                        .limit(MAX_NAMES)
                        .map(one -> new Line(
                                one.manager() == null
                                        ? reader.name(one.employee())
                                        : reader.say(
                                                "cycles.pair", reader.name(one.employee()), reader.name(one.manager())),
                                reader.findText("noslot." + one.reason())
                                        .orElse(one.because() == null ? "" : one.because())))
                        .toList(),
                run.withoutManager().stream()
                        .limit(MAX_NAMES)
                        .map(reader::name)
                        .sorted()
                        .toList());
    }

    /** All managers together: conversations that fit, and hours that do not. */
    private static @Nullable BarChart weeks(Reader reader, List<Week> load) {
        if (load.isEmpty()) {
            return null;
        }
        Map<LocalDate, long[]> weeks = new TreeMap<>();
        load.forEach(week -> {
            long[] sum = weeks.computeIfAbsent(week.week(), day -> new long[2]);
            sum[0] += week.minutes();
            sum[1] += week.minutesShort();
        });
        return new BarChart(
                reader.say("cycles.load.title"),
                reader.say("cycles.load.unit"),
                List.of(reader.say("cycles.load.fits"), reader.say("cycles.load.short")),
                weeks.entrySet().stream()
                        .map(week -> new BarChart.Row(
                                reader.say("cycles.week", reader.shortDay(week.getKey())),
                                List.of(week.getValue()[0], week.getValue()[1]),
                                List.of(
                                        reader.amount("HOURS", week.getValue()[0]),
                                        reader.amount("HOURS", week.getValue()[1]))))
                        .toList());
    }

    /** Whole hours, at least one. */
    static long hours(int minutes) {
        return Math.max(1, (minutes + 59) / 60);
    }
}
