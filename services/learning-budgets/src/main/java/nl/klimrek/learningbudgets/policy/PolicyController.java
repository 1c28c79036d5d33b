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

/** HR reads and sets what the organisation grants to whoever joins. */
@RestController
@RequestMapping("/api/learning-budgets/policies")
class PolicyController {

    /** A whole policy. @param pots at most 20; empty when nothing is granted */
    record PolicyTerms(@NotNull @Size(max = 20) List<@NotNull @Valid PotTerms> pots) {}

    private final Policies policies;
    private final AccessControl access;

    PolicyController(Policies policies, AccessControl access) {
        this.policies = policies;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<PolicyTerms> read(Caller caller) {
        access.hr(caller);
        return shown(policies.of(caller.organisation()));
    }

    @PostMapping
    ResponseEntity<PolicyTerms> set(@Valid @RequestBody PolicyTerms terms, Caller caller, MessageContext cause) {
        access.hr(caller);
        List<PotRule> pots = terms.pots().stream().map(PotTerms::rule).toList();
        return shown(policies.set(caller.organisation(), pots, cause));
    }

    private static ResponseEntity<PolicyTerms> shown(Versioned<BudgetPolicy> policy) {
        return ETags.ok(
                new PolicyTerms(policy.state().pots().stream().map(PotTerms::of).toList()), policy);
    }
}
