package nl.klimrek.insights.coverage;

import java.util.Set;
import java.util.TreeSet;

/**
 * Codes of every team that an organisation has had.
 *
 * @param codes codes of the teams
 */
public record TeamCodes(Set<String> codes) {

    static final TeamCodes NONE = new TeamCodes(Set.of());

    public TeamCodes {
        codes = Set.copyOf(codes);
    }

    TeamCodes with(String code) {
        Set<String> next = new TreeSet<>(codes);
        next.add(code);
        return new TeamCodes(next);
    }
}
