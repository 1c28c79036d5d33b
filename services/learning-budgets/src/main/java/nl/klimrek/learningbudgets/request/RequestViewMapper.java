package nl.klimrek.learningbudgets.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** A request. {@code decision} and {@code expense} are null until there is one. */
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
            ExpenseView expense) {}

    /** The decision on a request. Reason and alternative are null unless it was refused. */
    record DecisionView(String by, Instant at, boolean automatically, String reason, String alternative) {}

    /** The cost of a request. */
    record ExpenseView(List<BudgetShare> spent, String receipt, Instant at) {}

    @Mapping(target = "decision", source = "request.decision")
    RequestView request(String employee, BudgetRequest request);

    @Mapping(target = "automatically", expression = "java(decision.automatic())")
    DecisionView decision(RequestDecision decision);

    ExpenseView expense(Expense expense);

    default BudgetShare share(Share share) {
        return share.toContract();
    }

    default @Nullable String text(@Nullable PrivateText text) {
        return text == null ? null : text.text();
    }
}
