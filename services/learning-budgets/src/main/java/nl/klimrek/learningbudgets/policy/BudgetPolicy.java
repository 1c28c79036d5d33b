package nl.klimrek.learningbudgets.policy;

import java.util.List;
import nl.klimrek.eventing.Decision;
import nl.klimrek.learningbudgets.pot.PotGrant;

/**
 * The pots that an organisation opens for each person who joins. A new policy applies to later joiners and changes no
 * grant.
 *
 * @param pots one rule per pot, with unique codes; empty when nothing is granted
 */
public record BudgetPolicy(List<PotRule> pots) {

    public BudgetPolicy {
        pots = List.copyOf(pots);
        if (distinctCodes(pots) != pots.size()) {
            throw new IllegalArgumentException("two pots have the same code");
        }
    }

    /** Accepts a policy unless two of its pots have the same code. */
    static Decision<BudgetPolicy> of(List<PotRule> pots) {
        return distinctCodes(pots) == pots.size()
                ? Decision.accept(new BudgetPolicy(pots))
                : Decision.refuse("pot-code-twice");
    }

    /** The grants for a person with this fraction of a full grant. */
    public List<PotGrant> grants(GrantFraction fraction) {
        return pots.stream().map(pot -> pot.grant(fraction)).toList();
    }

    private static long distinctCodes(List<PotRule> pots) {
        return pots.stream().map(PotRule::code).distinct().count();
    }
}
