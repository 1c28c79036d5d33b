package nl.klimrek.popforms.goal;

import java.util.regex.Pattern;
import nl.klimrek.contracts.popforms.SkillReference;
import org.jspecify.annotations.Nullable;

/**
 * A skill that a goal works on, by its code in a scheme.
 *
 * @param scheme list that the code is from
 * @param code its code in the scheme, with a digit and without spaces: codes travel in events, and text must not
 * @param version version of the scheme, by the same rule
 * @param label name of the skill; stays in this service; may be null
 */
public record Skill(
        Scheme scheme,
        String code,
        String version,
        @Nullable String label) {

    /** Pattern of codes and versions, also for request validation. */
    public static final String CODE = "(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._:/#-]{0,119}";

    private static final Pattern FORM = Pattern.compile(CODE);

    /** Published schemes, and the organisation's own scheme. */
    public enum Scheme {
        COMPETENTNL,
        ESCO,
        ONET,
        OWN
    }

    public Skill {
        if (scheme == null || !isCode(code) || !isCode(version)) {
            throw new IllegalArgumentException("not a coded skill");
        }
    }

    /** The skill as events carry it. */
    public SkillReference reference() {
        return new SkillReference(scheme.name(), code, version);
    }

    private static boolean isCode(String value) {
        return value != null && FORM.matcher(value).matches();
    }
}
