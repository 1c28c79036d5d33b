package nl.klimrek.portal.hr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.hr.InsightResponses.Coverage;
import nl.klimrek.portal.hr.InsightResponses.Figure;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * With how many people in each team there was a conversation.
 *
 * @param sum    all teams together in a sentence; empty when that may not be shown
 * @param teams  null when no team may be shown
 * @param types  by kind of conversation, all teams together; null when that may not be shown
 * @param hidden which teams are not shown, and why; empty when all are
 */
record CoveragePage(
        String sum, @Nullable BarChart teams, @Nullable BarChart types, String hidden) {
    private static final List<String> TYPES = List.of(
            "CHECK_IN", "DEVELOPMENT", "CAREER", "PERFORMANCE", "ONBOARDING", "TEAM_DIALOGUE", "EXIT", "ASSESSMENT");

    static CoveragePage of(Reader reader, Coverage coverage, String type) {
        Figure total = coverage.total();
        String sum = total == null
                ? ""
                : reader.say(
                        "insights.coverage.sum",
                        total.with(type),
                        total.people(),
                        percent(total.with(type), total.people()));
        List<BarChart.Row> rows = new ArrayList<>();
        coverage.teams()
                .forEach(team -> rows.add(row(
                        reader,
                        reader.team(team.team()),
                        team.figure().with(type),
                        team.figure().people())));
        BarChart types = total == null
                ? null
                : new BarChart(
                        reader.say("insights.coverage.types"),
                        reader.say("insights.people"),
                        kinds(reader),
                        TYPES.stream()
                                .filter(one -> total.with(one) > 0)
                                .map(one -> row(reader, reader.code("type", one), total.with(one), total.people()))
                                .toList());
        return new CoveragePage(
                sum,
                rows.isEmpty()
                        ? null
                        : new BarChart(
                                reader.say("insights.coverage.teams"),
                                reader.say("insights.people"),
                                kinds(reader),
                                rows),
                types == null || types.rows().isEmpty() ? null : types,
                hidden(reader, coverage));
    }

    private static String hidden(Reader reader, Coverage coverage) {
        return coverage.hidden().isEmpty()
                ? ""
                : reader.say(
                        "insights.hidden",
                        coverage.minimum(),
                        coverage.hidden().stream().map(reader::team).sorted().collect(Collectors.joining(", ")));
    }

    private static List<String> kinds(Reader reader) {
        return List.of(reader.say("insights.coverage.with"), reader.say("insights.coverage.without"));
    }

    private static BarChart.Row row(Reader reader, String label, int with, int people) {
        int without = Math.max(0, people - with);
        return new BarChart.Row(
                label,
                List.of((long) with, (long) without),
                List.of(reader.say("insights.of", with, people), Integer.toString(without)));
    }

    static long percent(int part, int whole) {
        return whole == 0 ? 0 : Math.round(100.0 * part / whole);
    }
}
