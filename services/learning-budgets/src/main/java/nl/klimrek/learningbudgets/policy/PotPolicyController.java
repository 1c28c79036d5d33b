package nl.klimrek.learningbudgets.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.servicekit.command.ETags;
import nl.klimrek.servicekit.people.AccessControl;
import nl.klimrek.servicekit.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and replaces the organisation's budget policy, for HR. */
@RestController
@RequestMapping("/api/learning-budgets/policies")
class PotPolicyController {

    /** @param pots at most 20; empty when nothing is granted */
    record PolicyTerms(@NotNull @Size(max = 20) List<@NotNull @Valid PotRuleInput> pots) {}

    private final BudgetPolicyRepository policies;
    private final AccessControl access;

    PotPolicyController(BudgetPolicyRepository policies, AccessControl access) {
        this.policies = policies;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<PolicyTerms> read(Caller caller) {
        access.hr(caller);
        return answer(policies.find(caller.organisation()));
    }

    @PostMapping
    ResponseEntity<PolicyTerms> set(@Valid @RequestBody PolicyTerms terms, Caller caller, MessageContext cause) {
        access.hr(caller);
        List<PotRule> pots = terms.pots().stream().map(PotRuleInput::rule).toList();
        return answer(policies.replace(caller.organisation(), pots, cause));
    }

    private static ResponseEntity<PolicyTerms> answer(Versioned<BudgetPolicy> policy) {
        return ETags.ok(
                new PolicyTerms(
                        policy.state().pots().stream().map(PotRuleInput::of).toList()),
                policy);
    }
}
