package nl.klimrek.learningbudgets.account;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.Share;

/** What must be true before budget is reserved. */
final class RequestRules {

    private RequestRules() {}

    /**
     * Why this can not be asked. Every pot of an account is personal, hence no share may pay for what the employer must
     * provide (art. 7:611a BW).
     */
    static Optional<Refusal> refusalOf(BudgetAccount account, NewBudgetRequest ask) {
        if (account.ownerLeft()) {
            return refusal("owner-left");
        }
        if (ask.requiredByLaw()) {
            return refusal("legal-training-not-from-personal-pot");
        }
        Set<String> named = new HashSet<>();
        for (PotAmount share : ask.shares()) {
            Optional<Refusal> no = named.add(share.pot())
                    ? account.pot(share.pot())
                            .map(pot -> refusalOf(pot, share, ask))
                            .orElseGet(() -> refusal("pot-unknown"))
                    : refusal("pot-named-twice", "pot", share.pot());
            if (no.isPresent()) {
                return no;
            }
        }
        return named.isEmpty() ? refusal("shares-missing") : Optional.empty();
    }

    static List<Share> shares(BudgetAccount account, NewBudgetRequest ask) {
        return ask.shares().stream()
                .map(share -> new Share(
                        share.pot(),
                        Amount.of(account.pot(share.pot()).orElseThrow().unit(), share.amount())))
                .toList();
    }

    /** Whether every pot lets its share pass without a person deciding. */
    static boolean approvedByPolicy(BudgetAccount account, BudgetRequest request) {
        return request.shares().stream()
                .allMatch(share -> account.pot(share.pot()).orElseThrow().approvesByItself(share.amount()));
    }

    private static Optional<Refusal> refusalOf(Pot pot, PotAmount share, NewBudgetRequest ask) {
        if (share.amount() <= 0) {
            return refusal("share-empty", "pot", pot.id());
        }
        if (!pot.validOn(ask.neededOn())) {
            return refusal(
                    "pot-not-valid-then",
                    "pot",
                    pot.id(),
                    "validFrom",
                    pot.validFrom(),
                    "validUntil",
                    pot.validUntil());
        }
        if (!pot.covers(Amount.of(pot.unit(), share.amount()))) {
            return refusal(
                    "budget-insufficient",
                    "pot",
                    pot.id(),
                    "unit",
                    pot.unit(),
                    "available",
                    pot.balance().available().smallest(),
                    "asked",
                    share.amount());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String code, Object... details) {
        return Optional.of(Refusal.of(code, details));
    }
}
