package nl.klimrek.portal.team;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.team.TeamResponses.Month;
import nl.klimrek.portal.team.TeamResponses.Rhythm;

/**
 * The months with past or coming conversations: a row for each report, a column for each month.
 *
 * @param months columns
 * @param rows   in the order of the list
 */
record RhythmMap(List<Column> months, List<Row> rows) {
    private static final int BEFORE = 8;
    private static final int AFTER = 3;
    private static final int RECENT = 2;
    private static final int MAX_DOTS = 3;

    /** @param old whether a narrow screen leaves it out */
    record Column(String label, String full, boolean now, boolean old) {}

    record Row(String person, String name, List<Cell> cells) {}

    /**
     * @param dots one for each talk, as many as fit
     * @param text what the dots say
     */
    record Cell(List<Dot> dots, String text, boolean now, boolean old) {}

    /** @param held whether it took place, or is still to come */
    record Dot(int x, boolean held) {}

    static RhythmMap of(Reader reader, List<TeamPage.PersonLine> people, Map<String, Rhythm> rhythms, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        List<YearMonth> months =
                IntStream.rangeClosed(-BEFORE, AFTER).mapToObj(now::plusMonths).toList();
        return new RhythmMap(
                months.stream()
                        .map(month -> new Column(
                                label(reader, month, "MMM"),
                                label(reader, month, "MMMM yyyy"),
                                month.equals(now),
                                old(month, now)))
                        .toList(),
                people.stream()
                        .map(person -> row(
                                reader,
                                person,
                                months,
                                now,
                                rhythms.getOrDefault(person.person(), Rhythm.none(person.person()))))
                        .toList());
    }

    private static Row row(
            Reader reader, TeamPage.PersonLine person, List<YearMonth> months, YearMonth now, Rhythm rhythm) {
        Map<String, Month> known = rhythm.months().stream()
                .collect(Collectors.toMap(Month::month, Function.identity(), (one, other) -> one));
        return new Row(
                person.person(),
                person.name(),
                months.stream()
                        .map(month -> cell(
                                reader,
                                known.getOrDefault(month.toString(), new Month("", 0, 0)),
                                month.equals(now),
                                old(month, now)))
                        .toList());
    }

    private static boolean old(YearMonth month, YearMonth now) {
        return month.isBefore(now.minusMonths(RECENT));
    }

    private static Cell cell(Reader reader, Month month, boolean now, boolean old) {
        int held = Math.min(MAX_DOTS, month.held());
        int ahead = Math.min(MAX_DOTS - held, month.ahead());
        List<Dot> dots = IntStream.range(0, held + ahead)
                .mapToObj(at -> new Dot(8 + at * 12, at < held))
                .toList();
        String text = month.held() > 0 && month.ahead() > 0
                ? reader.say("team.map.both", month.held(), month.ahead())
                : month.held() > 0
                        ? reader.say("team.map.held", month.held())
                        : month.ahead() > 0 ? reader.say("team.map.ahead", month.ahead()) : reader.say("team.map.none");
        return new Cell(dots, text, now, old);
    }

    private static String label(Reader reader, YearMonth month, String pattern) {
        return month.format(DateTimeFormatter.ofPattern(pattern, reader.viewer().language()));
    }
}
