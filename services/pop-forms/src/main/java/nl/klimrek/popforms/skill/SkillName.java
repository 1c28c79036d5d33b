package nl.klimrek.popforms.skill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list calls a skill in one language.
 *
 * @param label preferred name
 * @param alternatives other names, by which it is found too
 * @param description what is meant; may be null
 */
public record SkillName(
        String label, List<String> alternatives, @Nullable String description) {

    public SkillName {
        alternatives = List.copyOf(alternatives);
    }
}
