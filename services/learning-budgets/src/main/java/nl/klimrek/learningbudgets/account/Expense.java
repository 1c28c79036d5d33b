package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.util.List;
import nl.klimrek.learningbudgets.pot.Share;

/**
 * What a request came to.
 *
 * @param spent how much from which pot
 * @param receipt the receipt, or where it is kept
 * @param at when it was handed in
 */
public record Expense(List<Share> spent, Words receipt, Instant at) {

    public Expense {
        spent = List.copyOf(spent);
    }
}
