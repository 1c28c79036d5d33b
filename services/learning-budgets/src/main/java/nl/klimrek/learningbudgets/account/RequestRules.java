package nl.klimrek.learningbudgets.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.Pot;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.pot.Share;

/** The conditions for reserving budget. */
final class RequestRules {

    private RequestRules() {}

    /**
     * The first reason to reject this request.
     *
     * <p>Every pot of an account is personal. Training that the employer must provide is therefore never paid from it
     * (art. 7:611a BW).
     */
    static Optional<Refusal> refusalOf(BudgetAccount account, NewBudgetRequest request) {
        if (account.ownerLeft()) {
            return refusal("owner-left");
        }
        if (request.requiredByLaw()) {
            return refusal("legal-training-not-from-personal-pot");
        }
        Set<String> pots = new HashSet<>();
        for (PotAmount share : request.shares()) {
            Optional<Refusal> refusal = pots.add(share.pot())
                    ? refusalOf(account, share, request)
                    : refusal("pot-named-twice", "pot", share.pot());
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return pots.isEmpty() ? refusal("shares-missing") : Optional.empty();
    }

    /** The shares of a request that has no refusal, in the units of their pots. */
    static List<Share> shares(BudgetAccount account, NewBudgetRequest request) {
        return request.shares().stream()
                .map(share -> share.in(account.pot(share.pot()).orElseThrow().unit()))
                .toList();
    }

    /**
     * Whether the policy approves every share without a person's decision. What it approved within the period before counts
     * too, so a purchase that is split stays above the threshold.
     */
    static boolean autoApproved(BudgetAccount account, BudgetRequest request) {
        return request.shares().stream().allMatch(share -> {
            Pot pot = account.pot(share.pot()).orElseThrow();
            return pot.autoApproves(share.amount().plus(approvedBefore(account, pot, request.requestedAt())));
        });
    }

    /** What the policy approved, within the pot's period before this moment, from pots with the same code. */
    static Amount approvedBefore(BudgetAccount account, Pot pot, Instant at) {
        Instant from = at.minus(Duration.ofDays(pot.approvalPeriodDays()));
        Amount sum = Amount.zero(pot.unit());
        for (BudgetRequest request : account.requests()) {
            RequestDecision decision = request.decision();
            if (decision != null
                    && decision.automatic()
                    && request.requestedAt().isAfter(from)) {
                for (Share share : request.shares()) {
                    boolean counts = account.pot(share.pot())
                            .filter(other -> other.code().equals(pot.code()) && other.unit() == pot.unit())
                            .isPresent();
                    sum = counts ? sum.plus(request.heldOrSpent(share)) : sum;
                }
            }
        }
        return sum;
    }

    private static Optional<Refusal> refusalOf(BudgetAccount account, PotAmount share, NewBudgetRequest request) {
        return account.pot(share.pot())
                .map(pot -> refusalOf(pot, share, request))
                .orElseGet(() -> refusal("pot-unknown"));
    }

    private static Optional<Refusal> refusalOf(Pot pot, PotAmount share, NewBudgetRequest request) {
        if (share.amount() <= 0) {
            return refusal("share-empty", "pot", pot.id());
        }
        if (pot.closed() || !pot.validOn(request.neededOn())) {
            return refusal(
                    "pot-not-valid-then",
                    "pot",
                    pot.id(),
                    "validFrom",
                    pot.validFrom(),
                    "validUntil",
                    pot.validUntil());
        }
        if (!pot.allowsInOneRequest(share.in(pot.unit()).amount())) {
            return refusal(
                    "share-over-maximum",
                    "pot",
                    pot.id(),
                    "unit",
                    pot.unit(),
                    "most",
                    Objects.requireNonNull(Objects.requireNonNull(pot.terms()).maxPerRequest())
                            .minorUnits(),
                    "asked",
                    share.amount());
        }
        if (!pot.covers(share.in(pot.unit()).amount())) {
            return refusal(
                    "budget-insufficient",
                    "pot",
                    pot.id(),
                    "unit",
                    pot.unit(),
                    "available",
                    pot.balance().available().minorUnits(),
                    "asked",
                    share.amount());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(String code, Object... details) {
        return Optional.of(Refusal.of(code, details));
    }
}
