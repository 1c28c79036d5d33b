package nl.klimrek.popforms.skill;

import java.util.regex.Pattern;
import nl.klimrek.popforms.goal.Skill;

/**
 * One version of a scheme.
 *
 * @param version as its publisher names it, for example {@code 1.2.0}; it has a digit
 */
public record SkillListVersion(Skill.Scheme scheme, String version) {

    /** Pattern of a version, also for request validation. */
    public static final String VERSION = "(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private static final Pattern FORM = Pattern.compile(VERSION);

    public SkillListVersion {
        if (scheme == null || version == null || !FORM.matcher(version).matches()) {
            throw new IllegalArgumentException("not a version of a skill list");
        }
    }

    /** For example {@code ESCO:1.2.0}. */
    @Override
    public String toString() {
        return scheme + ":" + version;
    }
}
