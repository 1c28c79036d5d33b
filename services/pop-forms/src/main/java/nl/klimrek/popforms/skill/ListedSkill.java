package nl.klimrek.popforms.skill;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A skill of a list.
 *
 * @param list the version of the scheme that it is from
 * @param code its code in the scheme
 * @param names its names by language; at least one
 * @param matches skills of other schemes, as the list gives them
 */
public record ListedSkill(SkillListVersion list, String code, Map<String, SkillName> names, List<SkillMatch> matches) {

    private static final List<String> FALLBACKS = List.of("nl", "en");

    public ListedSkill {
        names = Map.copyOf(names);
        matches = List.copyOf(matches);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a skill has a name");
        }
    }

    /** The language in which a reader sees it: their own, else Dutch, English or any other that the list has. */
    public String languageFor(String reader) {
        if (names.containsKey(reader)) {
            return reader;
        }
        return FALLBACKS.stream()
                .filter(names::containsKey)
                .findFirst()
                .orElseGet(() -> names.keySet().stream().sorted().findFirst().orElseThrow());
    }

    /** Its name in this language, which {@link #languageFor} found. */
    public SkillName nameIn(String language) {
        return Objects.requireNonNull(names.get(language), "no name in this language");
    }
}
