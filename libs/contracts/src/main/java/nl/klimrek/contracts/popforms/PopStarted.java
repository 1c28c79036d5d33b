package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * An employee's living plan was started.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param template id of the form's template
 * @param templateVersion version of that template
 */
@EventContract(type = "nl.klimrek.pop-forms.pop-started.v1", topic = Topics.POP_FORMS)
public record PopStarted(String pop, String employee, String template, int templateVersion) {}
