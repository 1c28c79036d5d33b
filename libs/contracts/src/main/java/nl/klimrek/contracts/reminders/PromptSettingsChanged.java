package nl.klimrek.contracts.reminders;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Topics;

/**
 * A person changed which messages they want, and when.
 *
 * @param person person id
 * @param withoutMail kinds that come without a message
 * @param unwanted kinds that do not come at all
 * @param ownHours whether they chose hours of their own
 */
@EventContract(type = "nl.klimrek.reminders.prompt-settings-changed.v1", topic = Topics.REMINDERS)
public record PromptSettingsChanged(String person, int withoutMail, int unwanted, boolean ownHours) {}
