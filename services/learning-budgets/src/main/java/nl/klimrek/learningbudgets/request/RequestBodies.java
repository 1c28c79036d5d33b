package nl.klimrek.learningbudgets.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.learningbudgets.account.NewBudgetRequest;
import nl.klimrek.learningbudgets.account.Words;
import nl.klimrek.learningbudgets.pot.PotAmount;

/** What people send; amounts in the smallest part of the pot's unit (cents, minutes). */
final class RequestBodies {

    private static final int LONGEST = 2000;
    private static final int MOST_POTS = 10;
    private static final long MOST = 1_000_000_000;

    /** An id has a digit: these travel in events, and a word must not pass for one. */
    private static final String ID = "(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9_:-]{0,99}";

    private RequestBodies() {}

    /** Asks for budget. @param requiredByLaw whether the employer must provide it (art. 7:611a BW); no when left out */
    record NewRequest(
            @NotBlank @Size(max = LONGEST) String what,
            @Size(max = LONGEST) String alternatives,
            @Pattern(regexp = ID) String goal,
            @Pattern(regexp = ID) String activity,
            @NotEmpty @Size(max = MOST_POTS) List<@NotNull @Valid AskedShare> shares,
            @NotNull LocalDate neededOn,
            Boolean requiredByLaw) {

        NewBudgetRequest ask(String request) {
            return new NewBudgetRequest(
                    request,
                    Words.of(what),
                    alternatives == null || alternatives.isBlank() ? null : Words.of(alternatives),
                    goal,
                    activity,
                    shares.stream()
                            .map(share -> new PotAmount(share.pot(), share.amount()))
                            .toList(),
                    neededOn,
                    Boolean.TRUE.equals(requiredByLaw));
        }
    }

    /** One pot's share of a request. */
    record AskedShare(
            @NotBlank @Size(max = 100) String pot,
            @NotNull @Positive @Max(MOST) Long amount) {}

    /** Says no: both are asked, so that nobody is left with nothing. */
    record NewRefusal(
            @NotBlank @Size(max = LONGEST) String reason,
            @NotBlank @Size(max = LONGEST) String alternative) {}

    /** Hands in what it came to. */
    record NewExpense(
            @NotEmpty @Size(max = MOST_POTS) List<@NotNull @Valid SpentShare> spent,
            @NotBlank @Size(max = LONGEST) String receipt) {

        List<PotAmount> cost() {
            return spent.stream()
                    .map(share -> new PotAmount(share.pot(), share.amount()))
                    .toList();
        }
    }

    /** What was spent from one pot; nothing is possible. */
    record SpentShare(
            @NotBlank @Size(max = 100) String pot,
            @NotNull @PositiveOrZero @Max(MOST) Long amount) {}
}
