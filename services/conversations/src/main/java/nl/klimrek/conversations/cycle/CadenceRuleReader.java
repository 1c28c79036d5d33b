package nl.klimrek.conversations.cycle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import nl.klimrek.contracts.conversations.CadenceRule;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.conversations.cycle.cadence.CadencePolicy;
import nl.klimrek.conversations.questions.QuestionBank;
import nl.klimrek.conversations.questions.QuestionBankRepository;
import nl.klimrek.conversations.questions.QuestionTemplate;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From what HR asks for to a rhythm. A template is taken in the version it has now, and stays in it until the policy changes. */
@Component
public class CadenceRuleReader {

    private final QuestionBankRepository questions;

    CadenceRuleReader(QuestionBankRepository questions) {
        this.questions = questions;
    }

    /**
     * A cadence that HR asks for.
     *
     * @param preparationDays days before the conversation from which both are asked to prepare; absent for as usual
     * @param template id of the organisation's template of questions; absent for the usual one
     * @param templateVersion absent for the newest
     */
    public record NewRule(
            @NotNull ConversationType type,

            @NotNull @Min(CadencePolicy.MIN_DAYS) @Max(CadencePolicy.MAX_DAYS)
            Integer everyDays,

            @Min(1) @Max(CadencePolicy.MAX_PREPARATION_DAYS) @Nullable
            Integer preparationDays,

            @Pattern(regexp = Key.ID) @Nullable String template,
            @Min(1) @Nullable Integer templateVersion) {}

    /** Refused with {@code rhythm-impossible} or {@code rhythm-template-unknown}. */
    public List<CadenceRule> rhythm(Organisation organisation, List<NewRule> asked) {
        QuestionBank bank = questions.bank(organisation);
        List<CadenceRule> rules = asked.stream().map(rule -> rule(bank, rule)).toList();
        if (!CadencePolicy.possible(rules)) {
            throw new RefusedException(Refusal.of("rhythm-impossible"));
        }
        return rules;
    }

    private static CadenceRule rule(QuestionBank bank, NewRule rule) {
        if (rule.template() == null) {
            return new CadenceRule(rule.type(), rule.everyDays(), rule.preparationDays(), null, null);
        }
        QuestionTemplate template = bank.template(rule.type(), rule.template(), rule.templateVersion())
                .orElseThrow(() -> new RefusedException(Refusal.of("rhythm-template-unknown")));
        return new CadenceRule(
                rule.type(), rule.everyDays(), rule.preparationDays(), template.id(), template.version());
    }
}
