package nl.klimrek.portal.budgetpots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pot, explained; in its reader's language.
 *
 * @param day the day at whose end it is explained
 * @param isToday whether that is today; what can be asked is told for today only
 * @param parts label and amount of each part of the balance that is not zero
 * @param rules what can be asked and what cannot, and why
 * @param holds what is set apart, for which request and until when
 * @param lines entries up to that day, newest first
 * @param before what was left before the oldest line; null when that is nothing
 */
record PotPage(
        String pot,
        String name,
        String day,
        String dayValue,
        boolean isToday,
        String left,
        List<Part> parts,
        List<String> rules,
        List<HoldLine> holds,
        List<Line> lines,
        @Nullable String before) {

    record Part(String label, String amount) {}

    record HoldLine(String request, String text) {}

    record Line(
            String when,
            String what,
            String amount,
            String left,
            @Nullable String request) {}
}
