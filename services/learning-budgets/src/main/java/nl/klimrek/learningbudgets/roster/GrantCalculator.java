package nl.klimrek.learningbudgets.roster;

import java.time.LocalDate;
import java.util.List;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.learningbudgets.policy.BudgetPolicyRepository;
import nl.klimrek.learningbudgets.policy.BudgetProperties;
import nl.klimrek.learningbudgets.policy.GrantFraction;
import nl.klimrek.learningbudgets.pot.PotGrant;
import org.springframework.stereotype.Component;

/** Calculates what a person is granted by the policy of their organisation. */
@Component
class GrantCalculator {
    private final BudgetPolicyRepository policies;
    private final BudgetProperties properties;

    GrantCalculator(BudgetPolicyRepository policies, BudgetProperties properties) {
        this.policies = policies;
        this.properties = properties;
    }

    /** The grants for the year of this day, or of a start that is still to come. */
    List<PotGrant> of(Organisation organisation, LocalDate today, LocalDate start, int minutesPerWeek) {
        return policies.find(organisation)
                .state()
                .grants(GrantFraction.of(today, start, minutesPerWeek, properties.fullTimeMinutesPerWeek()));
    }
}
