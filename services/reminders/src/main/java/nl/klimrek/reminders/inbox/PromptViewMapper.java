package nl.klimrek.reminders.inbox;

import nl.klimrek.reminders.prompt.Prompt;
import org.mapstruct.Mapper;

/** Prompts as views. */
@Mapper
interface PromptViewMapper {

    PromptView view(Prompt prompt, String step, String why);
}
