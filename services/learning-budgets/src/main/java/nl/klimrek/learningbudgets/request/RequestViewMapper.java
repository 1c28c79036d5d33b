package nl.klimrek.learningbudgets.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.klimrek.contracts.learningbudgets.BudgetShare;
import nl.klimrek.learningbudgets.account.BudgetRequest;
import nl.klimrek.learningbudgets.account.Expense;
import nl.klimrek.learningbudgets.account.RequestDecision;
import nl.klimrek.learningbudgets.account.RequestStatus;
import nl.klimrek.learningbudgets.account.Words;
import nl.klimrek.learningbudgets.pot.Share;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** How a request is shown to those who may read its words. */
@Mapper
interface RequestViewMapper {

    /** A request; {@code decision} and {@code expense} are null until there is one. */
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

    /** How it was decided; reason and alternative only where it was refused. */
    record DecisionView(String by, Instant at, boolean automatically, String reason, String alternative) {}

    /** What it came to. */
    record ExpenseView(List<BudgetShare> spent, String receipt, Instant at) {}

    @Mapping(target = "decision", source = "request.verdict")
    RequestView request(String employee, BudgetRequest request);

    @Mapping(target = "automatically", expression = "java(verdict.automatic())")
    DecisionView decision(RequestDecision verdict);

    ExpenseView expense(Expense expense);

    default BudgetShare share(Share share) {
        return share.fact();
    }

    default String text(Words words) {
        return words == null ? null : words.text();
    }
}
