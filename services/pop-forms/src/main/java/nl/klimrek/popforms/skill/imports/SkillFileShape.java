package nl.klimrek.popforms.skill.imports;

import java.util.List;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.eventing.RefusedException;
import nl.klimrek.popforms.goal.Skill;
import org.jspecify.annotations.Nullable;

/**
 * How a file names its columns. Columns that are not named here are passed over, because publishers have more of them and add some.
 *
 * <p>Sources: ESCO's CSV download {@code skills_xx.csv} (esco.ec.europa.eu); O*NET's {@code Skills} and {@code Content Model
 * Reference} tables (onetcenter.org).
 */
enum SkillFileShape {
    ESCO("conceptUri", "preferredLabel", "altLabels", "description", null),
    ONET("Element ID", "Element Name", null, "Description", null),
    /** For an organisation's own list, and for CompetentNL, whose tables are not published as files. */
    OWN("code", "label", "alternatives", "description", "matches");

    /** Column with the kind of an ESCO concept; only skills are taken. */
    static final String CONCEPT_TYPE = "conceptType";

    static final String SKILL = "KnowledgeSkillCompetence";
    /** Column with ESCO's state of a concept. */
    static final String STATUS = "status";

    static final String OBSOLETE = "obsolete";

    final String code;
    final String label;
    final @Nullable String alternatives;
    final String description;
    final @Nullable String matches;

    SkillFileShape(
            String code, String label, @Nullable String alternatives, String description, @Nullable String matches) {
        this.code = code;
        this.label = label;
        this.alternatives = alternatives;
        this.description = description;
        this.matches = matches;
    }

    /**
     * The shape of a scheme's files.
     *
     * @throws RefusedException {@code csv-heading-invalid} when the heading lacks what they must have
     */
    static SkillFileShape of(Skill.Scheme scheme, List<String> heading) {
        SkillFileShape shape = switch (scheme) {
            case ESCO -> ESCO;
            case ONET -> ONET;
            case COMPETENTNL, OWN -> OWN;
        };
        List<String> required = List.of(shape.code, shape.label);
        List<String> missing =
                required.stream().filter(column -> !heading.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new RefusedException(Refusal.of(
                    "csv-heading-invalid",
                    "required",
                    String.join(", ", required),
                    "missing",
                    String.join(", ", missing)));
        }
        return shape;
    }
}
