package nl.klimrek.popforms.goal;

import java.util.regex.Pattern;
import nl.klimrek.contracts.popforms.SkillReference;

/**
 * A skill that a goal works on, in a scheme that others know too.
 *
 * @param scheme which list it is from
 * @param code its code there: a digit in it and no blanks, because codes travel on the bus and words must not
 * @param version version of the scheme, by the same rule
 * @param label what people call it; stays here; may be null
 */
public record Skill(Scheme scheme, String code, String version, String label) {

    /** Form of codes and versions; also for the edge to check. */
    public static final String CODE = "(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._:/#-]{0,119}";

    private static final Pattern FORM = Pattern.compile(CODE);

    /** Published schemes, and the organisation's own. */
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

    SkillReference reference() {
        return new SkillReference(scheme.name(), code, version);
    }

    private static boolean isCode(String value) {
        return value != null && FORM.matcher(value).matches();
    }
}
