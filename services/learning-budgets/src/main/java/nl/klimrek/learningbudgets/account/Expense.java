package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.util.List;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.servicekit.text.PrivateText;

/**
 * The cost of a request.
 *
 * @param spent amount from each pot
 * @param receipt the receipt, or where it is kept
 * @param at time of submission
 */
public record Expense(List<Share> spent, PrivateText receipt, Instant at) {

    public Expense {
        spent = List.copyOf(spent);
    }
}
