package nl.klimrek.portal.hr;

import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.klimrek.portal.frame.BarChart;
import nl.klimrek.portal.hr.InsightResponses.Month;
import nl.klimrek.portal.hr.InsightResponses.Shift;
import nl.klimrek.portal.reader.Reader;
import org.jspecify.annotations.Nullable;

/**
 * From assessments to conversations, month by month.
 *
 * @param chart  null when there is nothing to show
 * @param hidden for how many months something is not shown, and why; empty when all is shown
 */
record ShiftPage(@Nullable BarChart chart, String hidden) {

    static ShiftPage of(Reader reader, Shift shift) {
        long unseen = shift.months().stream()
                .filter(month -> month.dialogues() == null)
                .count();
        boolean any =
                shift.months().stream().anyMatch(month -> month.conversations() != null && month.conversations() > 0);
        String hidden = unseen == 0 ? "" : reader.say("insights.shift.hidden", unseen, shift.minimum());
        return new ShiftPage(
                !any
                        ? null
                        : new BarChart(
                                reader.say("insights.shift.title"),
                                reader.say("insights.conversations"),
                                List.of(
                                        reader.say("insights.shift.dialogues"),
                                        reader.say("insights.shift.assessments"),
                                        reader.say("insights.shift.either")),
                                shift.months().stream()
                                        .map(month -> row(reader, month))
                                        .toList()),
                hidden);
    }

    /** Shows only the sum of a month whose two kinds may not be told apart. */
    private static BarChart.Row row(Reader reader, Month month) {
        String label = month.month()
                .format(DateTimeFormatter.ofPattern("MMMM yyyy", reader.viewer().language()));
        String unseen = reader.say("insights.unseen");
        if (month.conversations() == null) {
            return new BarChart.Row(label, List.of(0L, 0L, 0L), List.of(unseen, unseen, unseen));
        }
        if (month.dialogues() == null) {
            return new BarChart.Row(
                    label,
                    List.of(0L, 0L, (long) month.conversations()),
                    List.of(unseen, unseen, month.conversations().toString()));
        }
        return new BarChart.Row(
                label,
                List.of((long) month.dialogues(), (long) month.assessments(), 0L),
                List.of(month.dialogues().toString(), month.assessments().toString(), "–"));
    }
}
