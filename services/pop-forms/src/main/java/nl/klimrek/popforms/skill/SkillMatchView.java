package nl.klimrek.popforms.skill;

import java.util.Map;
import nl.klimrek.popforms.goal.Skill;
import org.jspecify.annotations.Nullable;

/**
 * A skill that something refers to, as a reader sees it.
 *
 * @param version version of the present list that has it; null when none has
 * @param label its name in that list, in the reader's language where it has one; null when none has it
 */
public record SkillMatchView(
        Skill.Scheme scheme,
        String code,
        @Nullable String version,
        @Nullable String label) {

    public static SkillMatchView of(SkillMatch skill, Map<SkillMatch, ListedSkill> names, String reader) {
        ListedSkill listed = names.get(skill);
        return listed == null
                ? new SkillMatchView(skill.scheme(), skill.code(), null, null)
                : new SkillMatchView(
                        skill.scheme(),
                        skill.code(),
                        listed.list().version(),
                        listed.nameIn(listed.languageFor(reader)).label());
    }
}
