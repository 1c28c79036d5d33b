package nl.klimrek.learningbudgets.account;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.servicekit.text.PrivateText;

/** The conditions for spending: the request is approved, no receipt comes twice, and all receipts together stay within what was approved. */
final class ExpenseRules {

    /** More receipts of one request are a mistake, and would make its document large. */
    static final int MAX_RECEIPTS = 50;

    private ExpenseRules() {}

    /** The first reason to reject this receipt. */
    static Optional<Refusal> refusalOf(BudgetRequest request, List<PotAmount> cost, PrivateText receipt) {
        if (request.status() != RequestStatus.APPROVED) {
            return refusal("request-not-approved", "status", request.status());
        }
        if (request.receipts().size() >= MAX_RECEIPTS) {
            return refusal("receipts-full", "most", MAX_RECEIPTS);
        }
        boolean twice = IntStream.rangeClosed(1, request.receipts().size())
                .mapToObj(request::receipt)
                .flatMap(Optional::stream)
                .anyMatch(other -> other.receipt().text().equals(receipt.text()));
        if (twice) {
            return refusal("receipt-twice");
        }
        Optional<Refusal> shares = refusalOf(request, cost, List.of());
        return shares.isEmpty() && cost.stream().allMatch(share -> share.amount() <= 0)
                ? refusal("expense-empty")
                : shares;
    }

    /**
     * The first reason to reject these amounts.
     *
     * @param instead shares of the receipt that they replace
     */
    static Optional<Refusal> refusalOf(BudgetRequest request, List<PotAmount> cost, List<Share> instead) {
        Set<String> pots = new HashSet<>();
        for (PotAmount asked : cost) {
            Optional<Share> approved = request.share(asked.pot());
            if (approved.isEmpty()) {
                return refusal("pot-not-in-request");
            }
            if (!pots.add(asked.pot())) {
                return refusal("pot-named-twice", "pot", asked.pot());
            }
            Amount open = approved.get()
                    .amount()
                    .minus(request.spentFrom(approved.get()))
                    .plus(amountOf(instead, approved.get()));
            if (asked.amount() < 0 || asked.amount() > open.minorUnits()) {
                return refusal(
                        "spent-over-committed",
                        "pot",
                        asked.pot(),
                        "unit",
                        open.unit(),
                        "committed",
                        open.minorUnits(),
                        "asked",
                        asked.amount());
            }
        }
        return Optional.empty();
    }

    /** The shares to book as spent, without those of zero. */
    static List<Share> spent(BudgetRequest request, List<PotAmount> cost) {
        return cost.stream()
                .filter(share -> share.amount() > 0)
                .map(share -> share.in(
                        request.share(share.pot()).orElseThrow().amount().unit()))
                .toList();
    }

    /** The amount that these shares take from the pot of another; zero without one. */
    static Amount amountOf(List<Share> shares, Share of) {
        return shares.stream()
                .filter(share -> share.pot().equals(of.pot()))
                .map(Share::amount)
                .findFirst()
                .orElseGet(() -> Amount.zero(of.amount().unit()));
    }

    private static Optional<Refusal> refusal(String code, Object... details) {
        return Optional.of(Refusal.of(code, details));
    }
}
