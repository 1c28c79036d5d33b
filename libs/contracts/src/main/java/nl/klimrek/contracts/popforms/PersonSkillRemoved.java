package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * Somebody removed a skill from their own list.
 *
 * @param employee person id
 * @param entry id of the entry
 */
@EventContract(type = "nl.klimrek.pop-forms.person-skill-removed.v1", topic = Topics.POP_FORMS)
public record PersonSkillRemoved(String employee, String entry) {}
