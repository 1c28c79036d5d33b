package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * One of the two confirmed a version of the plan.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param version version confirmed
 * @param by person id of the one who confirms
 */
@EventContract(type = "nl.klimrek.pop-forms.pop-confirmed.v1", topic = Topics.POP_FORMS)
public record PopConfirmed(String pop, String employee, int version, String by) {}
