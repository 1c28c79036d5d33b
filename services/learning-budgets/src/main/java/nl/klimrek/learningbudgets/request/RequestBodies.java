package nl.klimrek.learningbudgets.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.learningbudgets.account.NewBudgetRequest;
import nl.klimrek.learningbudgets.pot.PotAmount;
import nl.klimrek.learningbudgets.request.BudgetRequestService.Receipt;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/** The request bodies of the API. Amounts are in the smallest part of the pot's unit (cents, minutes). */
final class RequestBodies {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_POTS = 10;

    /** An id contains a digit. Ids travel in events, and a word must not pass for one. */
    private static final String ID = "(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9_:-]{0,99}";

    private RequestBodies() {}

    /**
     * Submits a request.
     *
     * @param requiredByLaw whether the employer must provide it (art. 7:611a BW); absent means no
     */
    record NewRequest(
            @NotBlank @Size(max = MAX_TEXT) String what,
            @Nullable @Size(max = MAX_TEXT) String alternatives,
            @Nullable @Pattern(regexp = ID) String goal,
            @Nullable @Pattern(regexp = ID) String activity,

            @NotEmpty @Size(max = MAX_POTS)
            List<@NotNull @Valid @ConvertGroup(from = Default.class, to = PotAmount.Requested.class) PotAmount> shares,

            @NotNull LocalDate neededOn,
            @Nullable Boolean requiredByLaw) {

        NewBudgetRequest withId(String id) {
            return new NewBudgetRequest(
                    id,
                    PrivateText.of(what),
                    PrivateText.ofOptional(alternatives).orElse(null),
                    goal,
                    activity,
                    shares,
                    neededOn,
                    Boolean.TRUE.equals(requiredByLaw));
        }
    }

    /** Refuses a request. Both texts are required, so that the employee always gets another way. */
    record NewRefusal(
            @NotBlank @Size(max = MAX_TEXT) String reason,
            @NotBlank @Size(max = MAX_TEXT) String alternative) {}

    /** Withdraws a request. */
    record NewWithdrawal(@Nullable @Size(max = MAX_TEXT) String reason) {}

    /**
     * Hands in a receipt of an approved request, or corrects one.
     *
     * @param last whether no more receipts follow, so that the rest is released; absent means yes
     */
    record NewExpense(
            @NotEmpty @Size(max = MAX_POTS)
            List<@NotNull @Valid @ConvertGroup(from = Default.class, to = PotAmount.Spent.class) PotAmount> spent,

            @NotBlank @Size(max = MAX_TEXT) String receipt,
            @Nullable Boolean last) {

        Receipt toReceipt() {
            return new Receipt(spent, PrivateText.of(receipt), !Boolean.FALSE.equals(last));
        }
    }
}
