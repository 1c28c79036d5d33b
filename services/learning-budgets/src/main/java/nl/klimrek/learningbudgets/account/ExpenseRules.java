package nl.klimrek.learningbudgets.account;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.Share;

/** What must be true before something is spent: it was promised, from that pot, and not less. */
final class ExpenseRules {

    private ExpenseRules() {}

    static Optional<Refusal> refusalOf(BudgetRequest request, List<PotAmount> cost) {
        if (request.status() != RequestStatus.APPROVED) {
            return refusal("request-not-approved", "status", request.status());
        }
        Set<String> named = new HashSet<>();
        for (PotAmount share : cost) {
            Optional<Amount> committed = request.shareOf(share.pot());
            if (committed.isEmpty()) {
                return refusal("pot-not-in-request");
            }
            if (!named.add(share.pot())) {
                return refusal("pot-named-twice", "pot", share.pot());
            }
            if (share.amount() > committed.get().smallest()) {
                return refusal(
                        "spent-over-committed",
                        "pot",
                        share.pot(),
                        "unit",
                        committed.get().unit(),
                        "committed",
                        committed.get().smallest(),
                        "asked",
                        share.amount());
            }
        }
        return cost.stream().allMatch(share -> share.amount() <= 0) ? refusal("expense-empty") : Optional.empty();
    }

    /** What was spent of each share, leaving out what was not. */
    static List<Share> spent(BudgetRequest request, List<PotAmount> cost) {
        return cost.stream()
                .filter(share -> share.amount() > 0)
                .map(share -> new Share(
                        share.pot(),
                        Amount.of(request.shareOf(share.pot()).orElseThrow().unit(), share.amount())))
                .toList();
    }

    /** What was promised and not spent. */
    static List<Share> rest(BudgetRequest settled) {
        return settled.shares().stream()
                .map(share -> new Share(share.pot(), share.amount().minus(spentFrom(settled, share))))
                .filter(share -> !share.amount().nothing())
                .toList();
    }

    private static Amount spentFrom(BudgetRequest settled, Share share) {
        return settled.expense().spent().stream()
                .filter(spent -> spent.pot().equals(share.pot()))
                .map(Share::amount)
                .findFirst()
                .orElseGet(() -> Amount.none(share.amount().unit()));
    }

    private static Optional<Refusal> refusal(String code, Object... details) {
        return Optional.of(Refusal.of(code, details));
    }
}
