package nl.klimrek.learningbudgets.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.klimrek.learningbudgets.account.PotGrant;

/**
 * Which pots an organisation opens for whoever joins. A new policy is for who joins from then on; what was granted
 * stays as it was granted.
 *
 * @param pots one rule per pot, codes unique; empty when nothing is granted
 */
public record BudgetPolicy(List<PotRule> pots) {

    public BudgetPolicy {
        pots = List.copyOf(pots);
        Set<String> codes = new HashSet<>();
        if (!pots.stream().map(PotRule::code).allMatch(codes::add)) {
            throw new IllegalArgumentException("two pots with one code");
        }
    }

    /** What somebody with this share of the year gets. */
    public List<PotGrant> grants(YearShare share) {
        return pots.stream().map(pot -> pot.grant(share)).toList();
    }
}
