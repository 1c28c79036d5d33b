package nl.klimrek.contracts.popforms;

import java.util.List;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.KnownValues;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Somebody noted a skill of their own. Only what they share with their team says which.
 *
 * @param employee person id
 * @param entry id of the entry
 * @param shared whether the team may see it
 * @param skill the skill, coded; only of a shared entry (may be null)
 * @param uses what they do with it; empty unless shared
 */
@EventContract(type = "nl.klimrek.pop-forms.person-skill-noted.v1", topic = Topics.POP_FORMS)
public record PersonSkillNoted(
        String employee,
        String entry,
        boolean shared,
        @Nullable SkillReference skill,
        List<SkillUse> uses) {
    public PersonSkillNoted {
        uses = KnownValues.of(uses);
    }
}
