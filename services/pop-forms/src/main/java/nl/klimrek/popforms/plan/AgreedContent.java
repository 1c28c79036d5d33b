package nl.klimrek.popforms.plan;

/**
 * The content of an agreed version. It is written before the agreement that it belongs to, so an agreed version never lacks it; what was
 * written for an agreement that did not come about is replaced by the one that does.
 *
 * @param employee person id of the plan's owner
 * @param agreed version, manager and moment
 */
public record AgreedContent(String employee, AgreedVersion agreed, PlanContent content) {}
