package nl.klimrek.popforms.skill;

import java.util.regex.Pattern;
import nl.klimrek.popforms.goal.Skill;
import nl.klimrek.servicekit.imports.job.ImportRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a file of skills holds: a version of a scheme, with its names in one language.
 *
 * @param language two letters of ISO 639-1
 */
public record SkillFile(SkillListVersion list, String language) {

    /** Pattern of a language, also for request validation. */
    public static final String LANGUAGE = "[a-z]{2}";

    private static final int PARTS = 3;

    private static final Pattern FORM = Pattern.compile(LANGUAGE);

    public SkillFile {
        if (!FORM.matcher(language).matches()) {
            throw new IllegalArgumentException("not a language of two letters");
        }
    }

    /** Whether an import is about skills. */
    public static boolean isSource(ImportRequest request) {
        return request.source() != null && request.source().split(":").length == PARTS;
    }

    /** Parses {@link #toString()}, which an import keeps as its source. */
    public static SkillFile parse(@Nullable String source) {
        String[] parts = source == null ? new String[0] : source.split(":");
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a source of skills");
        }
        return new SkillFile(new SkillListVersion(Skill.Scheme.valueOf(parts[0]), parts[1]), parts[2]);
    }

    /** For example {@code ESCO:1.2.0:nl}. */
    @Override
    public String toString() {
        return list + ":" + language;
    }
}
