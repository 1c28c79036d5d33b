package nl.klimrek.popforms.goal;

/**
 * Which plan a goal is in; every fact about the goal names it.
 *
 * @param pop id of the plan
 * @param employee person id of its owner
 */
public record PlanReference(String pop, String employee) {}
