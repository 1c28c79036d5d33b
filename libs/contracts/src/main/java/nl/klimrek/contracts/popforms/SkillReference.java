package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.Length;
import nl.klimrek.contracts.StringFormat;

/**
 * A skill in a published or own scheme (CompetentNL, ESCO, O*NET or own).
 *
 * @param scheme scheme
 * @param code code within the scheme
 * @param version version of the scheme
 */
public record SkillReference(
        @StringFormat(StringFormat.Kind.CODE) String scheme,
        @Length(min = 1, max = 200) String code,
        @Length(min = 1, max = 200) String version) {}
