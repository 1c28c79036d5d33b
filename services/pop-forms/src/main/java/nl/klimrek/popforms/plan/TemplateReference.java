package nl.klimrek.popforms.plan;

/**
 * The form that a plan answers.
 *
 * @param id id of the template
 * @param version version of it, from 1
 */
public record TemplateReference(String id, int version) {}
