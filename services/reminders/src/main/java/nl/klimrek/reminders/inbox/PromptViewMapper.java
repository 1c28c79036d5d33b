package nl.klimrek.reminders.inbox;

import nl.klimrek.reminders.prompt.Prompt;
import org.mapstruct.Mapper;

/** Maps prompts to their API form. */
@Mapper
interface PromptViewMapper {

    PromptView view(Prompt prompt, String step, String why);
}
