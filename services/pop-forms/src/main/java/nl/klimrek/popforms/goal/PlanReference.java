package nl.klimrek.popforms.goal;

/**
 * The plan that a goal is in; every event about the goal names it.
 *
 * @param pop id of the plan
 * @param employee person id of its owner
 */
public record PlanReference(String pop, String employee) {}
