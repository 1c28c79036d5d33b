package nl.klimrek.popforms.teamskills;

import java.util.List;
import java.util.Set;
import nl.klimrek.contracts.popforms.PersonSkillNoted;
import nl.klimrek.contracts.popforms.SkillUse;
import nl.klimrek.popforms.goal.Skill;

/**
 * A skill on somebody's own list.
 *
 * @param uses what they do with it; at least one
 * @param shared whether their team may see it
 */
public record SkillEntry(String id, Skill skill, Set<SkillUse> uses, boolean shared) {

    public SkillEntry {
        uses = Set.copyOf(uses);
        if (uses.isEmpty()) {
            throw new IllegalArgumentException("a skill is one that somebody has, teaches or wants to learn");
        }
    }

    boolean isAbout(Skill other) {
        return skill.scheme() == other.scheme() && skill.code().equals(other.code());
    }

    /** The event of this entry; what is not shared does not say which skill it is. */
    PersonSkillNoted noted(String employee) {
        return shared
                ? new PersonSkillNoted(
                        employee,
                        id,
                        true,
                        skill.reference(),
                        uses.stream().sorted().toList())
                : new PersonSkillNoted(employee, id, false, null, List.of());
    }
}
