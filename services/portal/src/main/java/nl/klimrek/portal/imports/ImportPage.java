package nl.klimrek.portal.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.klimrek.portal.reader.Reader;
import nl.klimrek.portal.services.ServiceClient.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The progress and result of an import or a dry run.
 *
 * @param state   in words
 * @param percent how far it is, 0 to 100
 * @param counts  rows by outcome, those that are not zero
 * @param chosen  outcome whose rows are shown; empty for all
 * @param rows    what became of each row, or would
 * @param next    where the rows go on; null at their end
 * @param applicable whether it can be made real without choosing the file again
 */
record ImportPage(
        String id,
        boolean dryRun,
        boolean running,
        String state,
        int percent,
        @Nullable String readAs,
        List<Count> counts,
        String chosen,
        List<Line> rows,
        @Nullable String next,
        @Nullable String problem,
        @Nullable String problemDetail,
        boolean applicable) {
    private static final List<String> NAMES = List.of("givenName", "familyName");
    private static final List<String> OUTCOMES =
            List.of("NEW", "CHANGED", "UNCHANGED", "ANNOUNCED", "SUPERSEDED", "SET_ASIDE");

    record Count(String outcome, String text, long number) {}

    /** @param where the line of the file; @param details differences and errors, a sentence each */
    record Line(
            String where,
            String outcome,
            String outcomeText,
            @Nullable String who,
            String person,
            List<String> details) {}

    static boolean isOutcome(String outcome) {
        return OUTCOMES.contains(outcome);
    }

    static ImportPage of(Reader reader, ImportResponse now, String chosen) {
        long done = now.progress() == null ? 0 : now.progress().done();
        Long total = now.progress() == null ? null : now.progress().total();
        Rows<ImportResponse.Row> results = now.results() == null ? new Rows<>(List.of(), null) : now.results();
        Map<String, Long> counts = now.counts() == null ? Map.of() : now.counts();
        return new ImportPage(
                now.id(),
                now.dryRun(),
                now.running(),
                state(reader, now, done, total),
                total == null || total == 0 ? 0 : (int) (done * 100 / total),
                now.encoding() == null ? null : reader.say("imports.read-as", now.format(), now.encoding()),
                OUTCOMES.stream()
                        .filter(outcome -> counts.getOrDefault(outcome, 0L) > 0)
                        .map(outcome -> new Count(
                                outcome, outcome(reader, now.dryRun(), outcome), counts.getOrDefault(outcome, 0L)))
                        .toList(),
                chosen,
                results.items().stream()
                        .map(row -> line(reader, now.dryRun(), row))
                        .toList(),
                results.next(),
                now.problem() == null ? null : now.problem().title(),
                now.problem() == null ? null : now.problem().detail(),
                now.applicableUntil() != null);
    }

    private static String state(Reader reader, ImportResponse now, long done, @Nullable Long total) {
        String key = "imports.state." + now.status() + (now.dryRun() && "DONE".equals(now.status()) ? ".dry" : "");
        return reader.say(key, done, total == null ? done : total, now.ahead() == null ? 0 : now.ahead());
    }

    private static Line line(Reader reader, boolean dryRun, ImportResponse.Row row) {
        List<String> details = new ArrayList<>();
        if (row.explanation() != null) {
            details.add(row.explanation());
        }
        if (row.errors() != null) {
            row.errors().forEach(error -> details.add(error.message()));
        }
        if (row.changes() != null && !"NEW".equals(row.outcome())) {
            row.changes().forEach(change -> details.add(difference(reader, dryRun, change)));
        }
        return new Line(
                reader.say("imports.line", row.line()),
                row.outcome(),
                outcome(reader, dryRun, row.outcome()),
                who(reader, row),
                row.person(),
                List.copyOf(details));
    }

    /** The person of a row: by name when they are on the roster, else by the name in the row. */
    private static @Nullable String who(Reader reader, ImportResponse.Row row) {
        if (row.person() != null && reader.isKnown(row.person())) {
            return reader.name(row.person());
        }
        String told = row.changes() == null
                ? ""
                : row.changes().stream()
                        .filter(change -> NAMES.contains(change.field()) && change.after() != null)
                        .map(change -> String.valueOf(change.after()))
                        .collect(Collectors.joining(" "));
        return told.isBlank() ? row.person() == null ? null : reader.name(row.person()) : told;
    }

    private static String outcome(Reader reader, boolean dryRun, String outcome) {
        return dryRun ? reader.code("outcome.would", outcome) : reader.code("outcome", outcome);
    }

    private static String difference(Reader reader, boolean dryRun, ImportResponse.Change change) {
        String field = reader.code("hr-field", change.field());
        if (!dryRun && change.before() == null && change.after() == null) {
            return field;
        }
        return reader.say("imports.difference", field, said(reader, change.before()), said(reader, change.after()));
    }

    private static String said(Reader reader, Object value) {
        if (value == null || Objects.equals(value, "")) {
            return reader.say("imports.nothing");
        }
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value instanceof Object[] array ? Arrays.toString(array) : String.valueOf(value);
    }
}
