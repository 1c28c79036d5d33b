package nl.klimrek.learningbudgets.account;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * A request for budget, its decision and its receipts.
 *
 * @param what purpose, in the employee's words
 * @param alternatives alternatives the employee considered; null when none were given
 * @param goal id of the goal; null without one
 * @param activity id of the activity; null without one
 * @param decision null until decided
 * @param receipts in the order of their submission; an earlier version stored one, under the name {@code expense}
 * @param withdrawalReason why it was withdrawn; null when nothing was said
 */
public record BudgetRequest(
        String id,
        PrivateText what,
        @Nullable PrivateText alternatives,
        @Nullable String goal,
        @Nullable String activity,
        List<Share> shares,
        LocalDate neededOn,
        Instant requestedAt,
        RequestStatus status,
        @JsonProperty("verdict") @Nullable RequestDecision decision,

        @JsonAlias("expense") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Expense> receipts,

        @Nullable PrivateText withdrawalReason) {

    public BudgetRequest {
        shares = List.copyOf(shares);
        receipts = receipts == null ? List.of() : List.copyOf(receipts);
    }

    static BudgetRequest of(NewBudgetRequest submitted, List<Share> shares, Instant at) {
        return new BudgetRequest(
                submitted.id(),
                submitted.what(),
                submitted.alternatives(),
                submitted.goal(),
                submitted.activity(),
                shares,
                submitted.neededOn(),
                at,
                RequestStatus.REQUESTED,
                null,
                List.of(),
                null);
    }

    BudgetRequest approved(RequestDecision approval) {
        return with(RequestStatus.APPROVED, approval, receipts, null);
    }

    BudgetRequest refused(RequestDecision refusal) {
        return with(RequestStatus.REFUSED, refusal, receipts, null);
    }

    BudgetRequest withdrawn(@Nullable PrivateText reason) {
        return with(RequestStatus.WITHDRAWN, decision, receipts, reason);
    }

    BudgetRequest settled() {
        return with(RequestStatus.SETTLED, decision, receipts, withdrawalReason);
    }

    BudgetRequest with(Expense receipt) {
        List<Expense> all = new ArrayList<>(receipts);
        all.add(receipt);
        return with(status, decision, all, withdrawalReason);
    }

    /** The receipt with this number, unless a later one replaced it. */
    public Optional<Expense> receipt(int number) {
        return number < 1 || number > receipts.size() || replaced(number)
                ? Optional.empty()
                : Optional.of(receipts.get(number - 1));
    }

    private boolean replaced(int number) {
        return receipts.stream().anyMatch(other -> Objects.equals(other.replaces(), number));
    }

    /** What all receipts that count took from a pot. */
    public Amount spentFrom(Share share) {
        Amount sum = Amount.zero(share.amount().unit());
        for (int number = 1; number <= receipts.size(); number++) {
            for (Share spent : receipt(number).map(Expense::spent).orElse(List.of())) {
                sum = spent.pot().equals(share.pot()) ? sum.plus(spent.amount()) : sum;
            }
        }
        return sum;
    }

    /** The part of each share that no receipt took, without those of zero. */
    List<Share> remainder() {
        return shares.stream()
                .map(share -> new Share(share.pot(), share.amount().minus(spentFrom(share))))
                .filter(share -> !share.amount().equalsZero())
                .toList();
    }

    /** The amount of one of its shares that is held or spent now. */
    Amount heldOrSpent(Share share) {
        return heldIn().isPresent() ? share.amount() : spentFrom(share);
    }

    /** The account that holds the shares now; empty when they are no longer set aside. */
    Optional<LedgerAccount> heldIn() {
        return switch (status) {
            case REQUESTED -> Optional.of(LedgerAccount.RESERVED);
            case APPROVED -> Optional.of(LedgerAccount.COMMITTED);
            case REFUSED, WITHDRAWN, SETTLED -> Optional.empty();
        };
    }

    Optional<Share> share(String pot) {
        return shares.stream().filter(share -> share.pot().equals(pot)).findFirst();
    }

    private BudgetRequest with(
            RequestStatus next,
            @Nullable RequestDecision decided,
            List<Expense> handedIn,
            @Nullable PrivateText withdrawal) {
        return new BudgetRequest(
                id,
                what,
                alternatives,
                goal,
                activity,
                shares,
                neededOn,
                requestedAt,
                next,
                decided,
                handedIn,
                withdrawal);
    }
}
