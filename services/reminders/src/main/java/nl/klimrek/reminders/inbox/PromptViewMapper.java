package nl.klimrek.reminders.inbox;

import nl.klimrek.reminders.catalogue.PromptRuleKind;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.servicekit.web.StrictMapping;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;

/** Maps prompts to their API form. */
@Mapper(config = StrictMapping.class)
interface PromptViewMapper {

    PromptView view(Prompt prompt, PromptRuleKind kind, String step, String why, @Nullable Integer ownVersion);
}
