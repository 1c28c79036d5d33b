package nl.klimrek.learningbudgets.account;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.Share;

/** The conditions for spending: the request is approved, and no share exceeds the committed one. */
final class ExpenseRules {

    private ExpenseRules() {}

    /** The first reason to reject this expense. */
    static Optional<Refusal> refusalOf(BudgetRequest request, List<PotAmount> cost) {
        if (request.status() != RequestStatus.APPROVED) {
            return refusal("request-not-approved", "status", request.status());
        }
        Set<String> pots = new HashSet<>();
        for (PotAmount share : cost) {
            Optional<Amount> committed = request.shareOf(share.pot());
            if (committed.isEmpty()) {
                return refusal("pot-not-in-request");
            }
            if (!pots.add(share.pot())) {
                return refusal("pot-named-twice", "pot", share.pot());
            }
            if (share.amount() > committed.get().minorUnits()) {
                return refusal(
                        "spent-over-committed",
                        "pot",
                        share.pot(),
                        "unit",
                        committed.get().unit(),
                        "committed",
                        committed.get().minorUnits(),
                        "asked",
                        share.amount());
            }
        }
        return cost.stream().allMatch(share -> share.amount() <= 0) ? refusal("expense-empty") : Optional.empty();
    }

    /** The shares to book as spent, without those of zero. */
    static List<Share> spent(BudgetRequest request, List<PotAmount> cost) {
        return cost.stream()
                .filter(share -> share.amount() > 0)
                .map(share ->
                        share.in(request.shareOf(share.pot()).orElseThrow().unit()))
                .toList();
    }

    /** The part of each committed share that was not spent. */
    static List<Share> remainder(BudgetRequest request, List<Share> spent) {
        return request.shares().stream()
                .map(share -> new Share(share.pot(), share.amount().minus(spentFrom(share, spent))))
                .filter(share -> !share.amount().equalsZero())
                .toList();
    }

    private static Amount spentFrom(Share committed, List<Share> spent) {
        return spent.stream()
                .filter(share -> share.pot().equals(committed.pot()))
                .map(Share::amount)
                .findFirst()
                .orElseGet(() -> Amount.zero(committed.amount().unit()));
    }

    private static Optional<Refusal> refusal(String code, Object... details) {
        return Optional.of(Refusal.of(code, details));
    }
}
