package nl.klimrek.popforms.skill.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search for skills.
 *
 * @param indexedSkills skills of all organisations together that stay in memory for searching, 1,000 to 10,000,000;
 *     default 60,000. The index of the organisation that searched last always stays
 */
@ConfigurationProperties("klimrek.pop-forms.skills")
public record SkillSearchSettings(@DefaultValue("60000") int indexedSkills) {

    public SkillSearchSettings {
        if (indexedSkills < 1_000 || indexedSkills > 10_000_000) {
            throw new IllegalArgumentException("klimrek.pop-forms.skills.indexed-skills must be 1000 to 10000000");
        }
    }
}
