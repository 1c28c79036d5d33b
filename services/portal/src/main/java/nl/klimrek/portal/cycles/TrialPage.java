package nl.klimrek.portal.cycles;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.klimrek.portal.cycles.CycleResponses.Load;
import nl.klimrek.portal.cycles.CycleResponses.Replay;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The conversations that another rhythm would have required in the past year.
 *
 * @param types  for each type the conversations required and those held; null without any
 * @param months conversations by month; null likewise
 * @param busy   the heaviest months of one manager
 */
record TrialPage(
        String period,
        String people,
        @Nullable BarChart types,
        @Nullable BarChart months,
        List<String> busy) {
    private static final int MAX_MONTHS = 5;

    static TrialPage of(Reader reader, Replay replay) {
        return new TrialPage(
                reader.window(replay.from(), replay.until()),
                reader.say("cycles.trial.people", replay.people(), replay.withoutManager()),
                types(reader, replay),
                months(reader, replay.load()),
                replay.load().stream()
                        .limit(MAX_MONTHS)
                        .map(load -> reader.say(
                                "cycles.trial.busy",
                                reader.name(load.manager()),
                                month(reader, load.month()),
                                load.conversations(),
                                PreviewPage.hours(load.minutes())))
                        .toList());
    }

    private static @Nullable BarChart types(Reader reader, Replay replay) {
        return replay.types().isEmpty()
                ? null
                : new BarChart(
                        reader.say("cycles.trial.types"),
                        reader.say("cycles.conversations"),
                        List.of(reader.say("cycles.trial.held"), reader.say("cycles.trial.gaps")),
                        replay.types().stream()
                                .map(type -> new BarChart.Row(
                                        reader.code("type", type.type()),
                                        List.of((long) type.held(), (long) type.gaps()),
                                        List.of(Integer.toString(type.held()), Integer.toString(type.gaps()))))
                                .toList());
    }

    private static @Nullable BarChart months(Reader reader, List<Load> load) {
        Map<YearMonth, Long> months = new TreeMap<>();
        load.forEach(one -> months.merge(one.month(), (long) one.conversations(), Long::sum));
        return months.isEmpty()
                ? null
                : new BarChart(
                        reader.say("cycles.trial.months"),
                        reader.say("cycles.conversations"),
                        List.of(reader.say("cycles.conversations")),
                        months.entrySet().stream()
                                .map(month -> new BarChart.Row(
                                        month(reader, month.getKey()),
                                        List.of(month.getValue()),
                                        List.of(month.getValue().toString())))
                                .toList());
    }

    private static String month(Reader reader, YearMonth month) {
        return month.format(
                DateTimeFormatter.ofPattern("MMMM yyyy", reader.viewer().language()));
    }
}
