package nl.klimrek.reminders.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedMemory.AskedGroup;
import nl.klimrek.reminders.rules.AskedPeople.Asked;
import org.springframework.stereotype.Component;

/** Effects of the rules upon a single event. People are remembered before they are asked. */
@Component
class ImmediateEffects implements RuleEffects {

    private final AskedMemory memory;
    private final PromptScheduler scheduler;

    ImmediateEffects(AskedMemory memory, PromptScheduler scheduler) {
        this.memory = memory;
        this.scheduler = scheduler;
    }

    @Override
    public Map<AskedGroup, List<Asked>> asked(Collection<AskedGroup> groups, EventMeta event) {
        return memory.findAll(groups, event);
    }

    @Override
    public void remember(PromptAction action, String group, List<Asked> asked, EventMeta event) {
        memory.change(List.of(AskedMemory.remembering(action, group, asked, event)));
    }

    @Override
    public void forget(PromptAction action, String group, EventMeta event) {
        memory.change(List.of(AskedMemory.forgetting(action, group, event)));
    }

    @Override
    public void end(Collection<PromptNeed> taken, Collection<PromptNeed> obsolete, EventMeta event) {
        scheduler.take(PromptScheduler.endings(taken, obsolete, event));
    }

    @Override
    public void schedule(List<PromptRequest> requests, EventMeta event) {
        scheduler.schedule(requests, event);
    }
}
