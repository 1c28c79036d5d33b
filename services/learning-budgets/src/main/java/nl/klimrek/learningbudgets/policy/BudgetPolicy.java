package nl.klimrek.learningbudgets.policy;

import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.PotGrant;

/**
 * Which pots an organisation opens for whoever joins. A new policy is for who joins from then on; what was granted
 * stays as it was granted.
 *
 * @param pots one rule per pot, codes unique; empty when nothing is granted
 */
public record BudgetPolicy(List<PotRule> pots) {

    public BudgetPolicy {
        pots = List.copyOf(pots);
        if (codesOf(pots) != pots.size()) {
            throw new IllegalArgumentException("two pots with one code");
        }
    }

    /** A policy of these pots, refused when two of them have the same code. */
    static Decision<BudgetPolicy> of(List<PotRule> pots) {
        return codesOf(pots) == pots.size()
                ? Decision.accept(new BudgetPolicy(pots))
                : Decision.refuse("pot-code-twice");
    }

    /** What somebody with this share of the year gets. */
    public List<PotGrant> grants(GrantFraction share) {
        return pots.stream().map(pot -> pot.grant(share)).toList();
    }

    private static long codesOf(List<PotRule> pots) {
        return pots.stream().map(PotRule::code).distinct().count();
    }
}
