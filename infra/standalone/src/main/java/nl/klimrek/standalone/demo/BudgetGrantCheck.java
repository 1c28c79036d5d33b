package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import nl.klimrek.contracts.learningbudgets.LearningBudgetsDisclosed;
import nl.klimrek.standalone.demo.client.ApiResponse;
import nl.klimrek.standalone.demo.client.DemoFailure;
import nl.klimrek.standalone.demo.client.DemoUser;
import nl.klimrek.standalone.demo.client.Eventually;
import nl.klimrek.standalone.demo.script.BudgetView;
import nl.klimrek.standalone.demo.script.DemoContext;
import nl.klimrek.standalone.demo.script.DemoStep;

/** Checks a new employee's granted budgets against an independent calculation from HR's policy. */
final class BudgetGrantCheck {

    private static final int FULL_TIME_HOURS = 36;

    private final DemoContext context;

    BudgetGrantCheck(DemoContext context) {
        this.context = context;
    }

    void show(NewEmployee newEmployee, DemoUser employee, DemoStep step) {
        String person = employee.id();
        BudgetView pots = Eventually.until("the budgets of the newEmployee are granted", () -> {
            ApiResponse answer = context.hr().tryGet("/api/learning-budgets/" + person);
            return answer.ok()
                    ? Optional.of(new BudgetView(answer.body())).filter(found -> !found.none())
                    : Optional.empty();
        });
        for (JsonNode rule : context.hr().get("/api/learning-budgets/policies").get("pots")) {
            JsonNode pot = pots.in(rule.get("unit").asText());
            long expected = share(rule.get("amount").asLong(), newEmployee.startDate(), context.today());
            long granted = BudgetView.amount(pot, "granted");
            DemoFailure.unless(
                    !rule.get("proRata").asBoolean() || granted == expected,
                    "Pot %s holds %d; pro rata it is %d.",
                    pot.get("pot").asText(),
                    granted,
                    expected);
        }
        context.events()
                .await(
                        "HR's look is logged",
                        LearningBudgetsDisclosed.class,
                        look -> look.correlation().equals(step.correlation()));
        step.proof(
                "%s and %s: %d of %d hours a week, from %s; the look is logged",
                BudgetView.euros(BudgetView.amount(pots.in("EUR"), "granted")),
                BudgetView.hours(BudgetView.amount(pots.in("HOURS"), "granted")),
                NewEmployee.HOURS_PER_WEEK,
                FULL_TIME_HOURS,
                newEmployee.startDate());
    }

    /** Contract hours over full-time hours, times the remaining share of the year; rounded half up. */
    private static long share(long whole, LocalDate start, LocalDate today) {
        LocalDate first = start.getYear() < today.getYear() ? today.withDayOfYear(1) : start;
        long days = today.lengthOfYear() - first.getDayOfYear() + 1L;
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(NewEmployee.HOURS_PER_WEEK * days))
                .divide(BigDecimal.valueOf((long) FULL_TIME_HOURS * today.lengthOfYear()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
