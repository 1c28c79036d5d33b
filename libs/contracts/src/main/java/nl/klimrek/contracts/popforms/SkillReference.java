package nl.klimrek.contracts.popforms;

/**
 * A skill in a published or own scheme (CompetentNL, ESCO, O*NET or own).
 *
 * @param scheme scheme
 * @param code code within the scheme
 * @param version version of the scheme
 */
public record SkillReference(String scheme, String code, String version) {}
