package nl.klimrek.reminders.sending;

import java.util.List;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.wording.ChosenWording;

/**
 * A prompt with the words that its message has.
 *
 * @param occasion lines that say with whom and when
 */
record WordedPrompt(Prompt prompt, ChosenWording wording, List<String> occasion) {}
