package nl.klimrek.conversations.dialogue.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * One version of the report. A version never changes; a correction is the next version and is confirmed anew.
 *
 * @param version from 1
 * @param by who wrote it
 * @param words what it says
 * @param confirmedBy who confirmed this version
 * @param statements views beside it, in order
 */
public record Report(int version, Side by, PrivateText words, Set<Side> confirmedBy, List<Statement> statements) {

    public Report {
        confirmedBy = Set.copyOf(confirmedBy);
        statements = List.copyOf(statements);
    }

    public static Report first(Side by, PrivateText words) {
        return new Report(1, by, words, Set.of(), List.of());
    }

    public Report next(Side author, PrivateText corrected) {
        return new Report(version + 1, author, corrected, Set.of(), List.of());
    }

    public Report confirmed(Side side) {
        Set<Side> sides = EnumSet.of(side);
        sides.addAll(confirmedBy);
        return new Report(version, by, words, sides, statements);
    }

    public Report with(Statement statement) {
        List<Statement> all = new ArrayList<>(statements);
        all.add(statement);
        return new Report(version, by, words, confirmedBy, all);
    }

    /** Whether everybody who is still there confirmed it. */
    public boolean complete(boolean counterpartGone) {
        return confirmedBy.contains(Side.EMPLOYEE) && (counterpartGone || confirmedBy.contains(Side.COUNTERPART));
    }
}
