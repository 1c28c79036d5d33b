package nl.klimrek.learningbudgets.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import nl.klimrek.contracts.learningbudgets.BudgetShare;
import nl.klimrek.learningbudgets.account.BudgetRequest;
import nl.klimrek.learningbudgets.account.Expense;
import nl.klimrek.learningbudgets.account.RequestDecision;
import nl.klimrek.learningbudgets.account.RequestStatus;
import nl.klimrek.learningbudgets.pot.Share;
import nl.klimrek.servicekit.text.PrivateText;
import nl.klimrek.servicekit.web.StrictMapping;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Maps requests to their API form, for those who may read their words. */
@Mapper(config = StrictMapping.class)
interface RequestViewMapper {

    /**
     * A request.
     *
     * @param decision null until there is one
     * @param expense the first receipt, as earlier versions showed it; null until there is one
     * @param receipts in the order of their submission
     * @param spent what all receipts that count took from each pot
     * @param withdrawalReason why it was withdrawn; null when nothing was said
     */
    record RequestView(
            String id,
            String employee,
            RequestStatus status,
            String what,
            String alternatives,
            String goal,
            String activity,
            List<BudgetShare> shares,
            LocalDate neededOn,
            Instant requestedAt,
            DecisionView decision,
            ExpenseView expense,
            List<ReceiptView> receipts,
            List<BudgetShare> spent,
            String withdrawalReason) {}

    /** The decision on a request. Reason and alternative are null unless it was refused. */
    record DecisionView(String by, Instant at, boolean automatically, String reason, String alternative) {}

    /** The cost of a request. */
    record ExpenseView(List<BudgetShare> spent, String receipt, Instant at) {}

    /**
     * A receipt.
     *
     * @param number its place, from 1
     * @param replaces number of the receipt that it corrects; null for a receipt of its own
     * @param counts whether no later receipt replaced it
     */
    record ReceiptView(
            int number,
            List<BudgetShare> spent,
            String receipt,
            Instant at,
            @Nullable Integer replaces,
            boolean counts) {}

    @Mapping(target = "decision", source = "request.decision")
    @Mapping(target = "expense", expression = "java(first(request))")
    @Mapping(target = "receipts", expression = "java(receipts(request))")
    @Mapping(target = "spent", expression = "java(spent(request))")
    RequestView request(String employee, BudgetRequest request);

    @Mapping(target = "automatically", expression = "java(decision.automatic())")
    DecisionView decision(RequestDecision decision);

    ExpenseView expense(Expense expense);

    default @Nullable ExpenseView first(BudgetRequest request) {
        return request.receipts().isEmpty() ? null : expense(request.receipts().get(0));
    }

    default List<ReceiptView> receipts(BudgetRequest request) {
        return IntStream.rangeClosed(1, request.receipts().size())
                .mapToObj(number -> receipt(
                        request.receipts().get(number - 1),
                        number,
                        request.receipt(number).isPresent()))
                .toList();
    }

    private ReceiptView receipt(Expense receipt, int number, boolean counts) {
        return new ReceiptView(
                number,
                receipt.spent().stream().map(this::share).toList(),
                receipt.receipt().text(),
                receipt.at(),
                receipt.replaces(),
                counts);
    }

    default List<BudgetShare> spent(BudgetRequest request) {
        return request.shares().stream()
                .map(share -> share(new Share(share.pot(), request.spentFrom(share))))
                .toList();
    }

    default BudgetShare share(Share share) {
        return share.toContract();
    }

    default @Nullable String text(@Nullable PrivateText text) {
        return text == null ? null : text.text();
    }
}
