package nl.klimrek.learningbudgets.account;

import java.time.Instant;
import java.util.List;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of a request. It is written once; a wrong one is replaced by another.
 *
 * @param spent amount from each pot; empty when the receipt it replaces should not have been booked
 * @param receipt the receipt, or where it is kept
 * @param at time of submission
 * @param replaces number of the receipt that this one corrects, from 1; null for a receipt of its own
 */
public record Expense(
        List<Share> spent,
        PrivateText receipt,
        Instant at,
        @Nullable Integer replaces) {

    public Expense {
        spent = List.copyOf(spent);
    }

    Expense(List<Share> spent, PrivateText receipt, Instant at) {
        this(spent, receipt, at, null);
    }
}
