package nl.klimrek.insights.coverage;

import java.util.Set;
import java.util.TreeSet;

/**
 * Every team an organisation has had; who is in one now is asked of the roster.
 *
 * @param codes codes of the teams
 */
public record Teams(Set<String> codes) {

    static final Teams NONE = new Teams(Set.of());

    public Teams {
        codes = Set.copyOf(codes);
    }

    Teams with(String code) {
        Set<String> next = new TreeSet<>(codes);
        next.add(code);
        return new Teams(next);
    }
}
