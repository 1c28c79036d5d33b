package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody checked evidence and gave it a level.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param goal id of the goal
 * @param evidence id of the evidence
 * @param validation how far it is validated
 * @param by person id of who checked it
 */
@EventContract(type = "nl.klimrek.pop-forms.evidence-validated.v1", topic = Topics.POP_FORMS)
public record EvidenceValidated(
        String pop, String employee, String goal, String evidence, Validation validation, String by) {}
