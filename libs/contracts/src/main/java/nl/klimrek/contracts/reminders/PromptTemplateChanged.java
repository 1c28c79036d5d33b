package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * HR changed the words of one kind of prompt for their organisation. The words are not in the event.
 *
 * @param action step that prompts of this kind ask for
 * @param change what changed
 * @param version version of the words that were saved or stay in use; 0 for the built-in ones
 */
@EventContract(type = "nl.klimrek.reminders.prompt-template-changed.v1", topic = Topics.REMINDERS)
public record PromptTemplateChanged(PromptAction action, TemplateChange change, int version) {}
