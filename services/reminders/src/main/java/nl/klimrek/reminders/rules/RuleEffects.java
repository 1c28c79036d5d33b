package nl.klimrek.reminders.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedMemory.AskedGroup;
import nl.klimrek.reminders.rules.AskedPeople.Asked;

/** What the rules of the catalogue do upon an event: at once, or together with the other events of a poll. */
interface RuleEffects {

    /** The people who were asked in each of these groups; without groups of which nobody was. */
    Map<AskedGroup, List<Asked>> asked(Collection<AskedGroup> groups, EventMeta event);

    void remember(PromptAction action, String group, List<Asked> asked, EventMeta event);

    void forget(PromptAction action, String group, EventMeta event);

    /**
     * Ends the prompts of these needs. Only prompts that exist are written, and those that must not come later because their step
     * was taken before.
     *
     * @param taken needs whose step was taken
     * @param obsolete needs whose step is no longer needed
     */
    void end(Collection<PromptNeed> taken, Collection<PromptNeed> obsolete, EventMeta event);

    /** Schedules each prompt for the recipient's hours, after the debounce time: a following event may make it obsolete. */
    void schedule(List<PromptRequest> requests, EventMeta event);
}
