package nl.klimrek.learningbudgets.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Configuration of learning budgets.
 *
 * @param fullTimeMinutesPerWeek weekly minutes of a full-time contract: 600 to 3600, default 2160 (36 hours, as in most
 *     Dutch collective agreements)
 * @param defaultPots policy of organisations that set none; the default is in the service's configuration file
 */
@Validated
@ConfigurationProperties("klimrek.learning-budgets")
public record BudgetProperties(
        @Min(600) @Max(3600) @DefaultValue("2160") int fullTimeMinutesPerWeek,
        @NotNull @Valid List<PotRuleInput> defaultPots) {

    BudgetPolicy defaultPolicy() {
        return new BudgetPolicy(defaultPots.stream().map(PotRuleInput::rule).toList());
    }
}
