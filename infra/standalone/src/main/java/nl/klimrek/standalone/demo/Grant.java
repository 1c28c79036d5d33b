package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import nl.klimrek.contracts.learningbudgets.LearningBudgetsDisclosed;

/** What somebody who joins is granted, worked out a second time from HR's policy. */
final class Grant {

    private static final int FULL_TIME_HOURS = 36;

    private final Stage stage;

    Grant(Stage stage) {
        this.stage = stage;
    }

    void show(Joiner joiner, Person employee, Step step) {
        String person = employee.id();
        Pots pots = Patience.until("the budgets of the joiner are granted", () -> {
            Answer answer = stage.hr().read("/api/learning-budgets/" + person);
            return answer.ok() ? Optional.of(new Pots(answer.body())).filter(found -> !found.none()) : Optional.empty();
        });
        for (JsonNode rule : stage.hr().get("/api/learning-budgets/policies").get("pots")) {
            JsonNode pot = pots.in(rule.get("unit").asText());
            long expected = share(rule.get("amount").asLong(), joiner.startDate(), stage.today());
            long granted = Pots.amount(pot, "granted");
            Missing.unless(
                    !rule.get("proRata").asBoolean() || granted == expected,
                    "Pot %s holds %d; pro rata it is %d.",
                    pot.get("pot").asText(),
                    granted,
                    expected);
        }
        stage.facts()
                .await(
                        "HR's look is logged",
                        LearningBudgetsDisclosed.class,
                        look -> look.correlation().equals(step.correlation()));
        step.proof(
                "%s and %s: %d of %d hours a week, from %s; the look is logged",
                Pots.euros(Pots.amount(pots.in("EUR"), "granted")),
                Pots.hours(Pots.amount(pots.in("HOURS"), "granted")),
                Joiner.HOURS_PER_WEEK,
                FULL_TIME_HOURS,
                joiner.startDate());
    }

    /** Contract hours over full time, times the days that are left of the year; half up. */
    private static long share(long whole, LocalDate start, LocalDate today) {
        LocalDate first = start.getYear() < today.getYear() ? today.withDayOfYear(1) : start;
        long days = today.lengthOfYear() - first.getDayOfYear() + 1L;
        return BigDecimal.valueOf(whole)
                .multiply(BigDecimal.valueOf(Joiner.HOURS_PER_WEEK * days))
                .divide(BigDecimal.valueOf((long) FULL_TIME_HOURS * today.lengthOfYear()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
