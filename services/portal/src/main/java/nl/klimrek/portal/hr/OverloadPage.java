package nl.klimrek.portal.hr;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.hr.InsightResponses.Overload;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Managers with too little time for their conversations.
 *
 * @param chart missing hours of each; null if no manager misses any
 * @param lines the same with period and helpers
 */
record OverloadPage(@Nullable BarChart chart, List<Line> lines) {

    /** @param helpers people with room; empty if none were found */
    record Line(String manager, String name, String text, String helpers) {}

    static OverloadPage of(Reader reader, List<Overload> found, LocalDate today) {
        List<Overload> tight = found.stream()
                .filter(one -> one.conversations() > 0
                        && (one.until() == null || !one.until().isBefore(today)))
                .sorted(Comparator.comparingInt(Overload::minutesShort).reversed())
                .toList();
        BarChart chart = tight.isEmpty()
                ? null
                : new BarChart(
                        reader.say("insights.overload.title"),
                        reader.say("insights.hours"),
                        List.of(reader.say("insights.overload.short")),
                        tight.stream()
                                .map(one -> new BarChart.Row(
                                        reader.name(one.manager()),
                                        List.of((long) one.minutesShort()),
                                        List.of(reader.amount("HOURS", one.minutesShort()))))
                                .toList());
        return new OverloadPage(
                chart,
                tight.stream()
                        .map(one -> new Line(
                                one.manager(),
                                reader.name(one.manager()),
                                reader.say(
                                        "insights.overload.text",
                                        one.conversations(),
                                        reader.amount("HOURS", one.minutesShort()),
                                        reader.window(one.from(), one.until())),
                                one.delegates().stream().map(reader::name).collect(Collectors.joining(", "))))
                        .toList());
    }
}
