package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.klimrek.learningbudgets.pot.Amount;
import nl.klimrek.learningbudgets.pot.LedgerAccount;
import nl.klimrek.learningbudgets.pot.Share;

/**
 * One request and what became of it.
 *
 * @param what what it is for
 * @param alternatives what else was thought of; null when nothing was said
 * @param goal goal it is for; may be null
 * @param activity activity it is for; may be null
 * @param verdict null until decided
 * @param expense null until settled
 */
public record BudgetRequest(
        String id,
        Words what,
        Words alternatives,
        String goal,
        String activity,
        List<Share> shares,
        LocalDate neededOn,
        Instant requestedAt,
        RequestStatus status,
        RequestDecision verdict,
        Expense expense) {

    public BudgetRequest {
        shares = List.copyOf(shares);
    }

    static BudgetRequest asked(NewBudgetRequest ask, List<Share> shares, Instant at) {
        return new BudgetRequest(
                ask.request(),
                ask.what(),
                ask.alternatives(),
                ask.goal(),
                ask.activity(),
                shares,
                ask.neededOn(),
                at,
                RequestStatus.REQUESTED,
                null,
                null);
    }

    BudgetRequest approved(RequestDecision by) {
        return ending(RequestStatus.APPROVED, by, null);
    }

    BudgetRequest refused(RequestDecision by) {
        return ending(RequestStatus.REFUSED, by, null);
    }

    BudgetRequest withdrawn() {
        return ending(RequestStatus.WITHDRAWN, verdict, null);
    }

    BudgetRequest settled(Expense with) {
        return ending(RequestStatus.SETTLED, verdict, with);
    }

    /** Where its shares stand now; empty when they are no longer set aside. */
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

    private BudgetRequest ending(RequestStatus next, RequestDecision decided, Expense cost) {
        return new BudgetRequest(
                id, what, alternatives, goal, activity, shares, neededOn, requestedAt, next, decided, cost);
    }
}
