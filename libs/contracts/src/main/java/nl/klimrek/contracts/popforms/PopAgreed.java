package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A version of the plan is agreed by two.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param version version agreed
 * @param manager person id of the manager who confirmed
 */
@EventContract(type = "nl.klimrek.pop-forms.pop-agreed.v1", topic = Topics.POP_FORMS)
public record PopAgreed(String pop, String employee, int version, String manager) {}
