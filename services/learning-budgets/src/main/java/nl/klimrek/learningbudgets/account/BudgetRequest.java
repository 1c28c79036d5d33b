package nl.klimrek.learningbudgets.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * A request for budget, its decision and its expense.
 *
 * @param what purpose, in the employee's words
 * @param alternatives alternatives the employee considered; null when none were given
 * @param goal id of the goal; null without one
 * @param activity id of the activity; null without one
 * @param decision null until decided
 * @param expense null until settled
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
        @Nullable Expense expense) {

    public BudgetRequest {
        shares = List.copyOf(shares);
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
                null);
    }

    BudgetRequest approved(RequestDecision approval) {
        return with(RequestStatus.APPROVED, approval, null);
    }

    BudgetRequest refused(RequestDecision refusal) {
        return with(RequestStatus.REFUSED, refusal, null);
    }

    BudgetRequest withdrawn() {
        return with(RequestStatus.WITHDRAWN, decision, null);
    }

    BudgetRequest settled(Expense paid) {
        return with(RequestStatus.SETTLED, decision, paid);
    }

    /** The account that holds the shares now; empty when they are no longer set aside. */
    Optional<LedgerAccount> heldIn() {
        return switch (status) {
            case REQUESTED -> Optional.of(LedgerAccount.RESERVED);
            case APPROVED -> Optional.of(LedgerAccount.COMMITTED);
            case REFUSED, WITHDRAWN, SETTLED -> Optional.empty();
        };
    }

    Optional<Amount> shareOf(String pot) {
        return shares.stream()
                .filter(share -> share.pot().equals(pot))
                .map(Share::amount)
                .findFirst();
    }

    private BudgetRequest with(RequestStatus next, @Nullable RequestDecision decided, @Nullable Expense paid) {
        return new BudgetRequest(
                id, what, alternatives, goal, activity, shares, neededOn, requestedAt, next, decided, paid);
    }
}
