package nl.klimrek.reminders.outcomes;

import java.util.Arrays;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.reminders.outcomes.OutcomeCounter.Outcomes;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.servicekit.security.Caller;
import nl.klimrek.servicekit.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For HR: what followed on each text, without single people. */
@RestController
class OutcomeController {

    private final OutcomeCounter outcomes;

    OutcomeController(OutcomeCounter outcomes) {
        this.outcomes = outcomes;
    }

    @GetMapping("/api/reminders/templates/{kind}/outcomes")
    Outcomes findOutcomes(@PathVariable String kind, Caller caller) {
        if (!caller.is(Role.HR)) {
            throw new RefusedException(Refusal.of("forbidden"));
        }
        PromptAction action = Arrays.stream(PromptAction.values())
                .filter(each -> PromptNeed.code(each).equals(kind))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.of("template-unknown")));
        return outcomes.count(caller.organisation(), action);
    }
}
