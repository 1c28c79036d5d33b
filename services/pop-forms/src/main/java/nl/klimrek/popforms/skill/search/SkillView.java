package nl.klimrek.popforms.skill.search;

import java.util.List;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.popforms.skill.ListedSkill;
import nl.klimrek.popforms.skill.SkillMatch;
import nl.klimrek.popforms.skill.SkillName;
import org.jspecify.annotations.Nullable;

/**
 * A skill as a reader sees it.
 *
 * @param language language of label and description, the reader's own where the list has it
 * @param description what is meant; may be null
 * @param matches skills of other schemes that the list names
 */
record SkillView(
        Skill.Scheme scheme,
        String code,
        String version,
        String label,
        String language,
        @Nullable String description,
        List<SkillMatch> matches) {

    static SkillView of(ListedSkill skill, String reader) {
        String language = skill.languageFor(reader);
        SkillName name = skill.nameIn(language);
        return new SkillView(
                skill.list().scheme(),
                skill.code(),
                skill.list().version(),
                name.label(),
                language,
                name.description(),
                skill.matches());
    }
}
