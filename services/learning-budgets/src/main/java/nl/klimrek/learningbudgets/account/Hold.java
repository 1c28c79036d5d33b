package nl.klimrek.learningbudgets.account;

import java.util.Comparator;
import java.util.List;
import nl.klimrek.learningbudgets.pot.Amount;

/** An amount that a request holds in a pot: reserved until it is decided, committed until its receipts are in. */
public record Hold(BudgetRequest request, Amount amount) {

    /** What requests hold in a pot; the one that is needed first comes first. */
    public static List<Hold> in(BudgetAccount account, String pot) {
        return account.requests().stream()
                .filter(request -> request.heldIn().isPresent())
                .flatMap(request -> request.remainder().stream()
                        .filter(share -> share.pot().equals(pot))
                        .map(share -> new Hold(request, share.amount())))
                .sorted(Comparator.comparing(hold -> hold.request().neededOn()))
                .toList();
    }
}
