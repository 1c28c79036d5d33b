package nl.klimrek.reminders.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.rules.AskedMemory.AskedGroup;
import nl.klimrek.reminders.timing.RecipientLookup;
import org.springframework.stereotype.Component;

/** Begins the effects of a poll, with what its events will probably need read at once, and stores them. */
@Component
class PollEffectsFactory {

    /** Fields of events that name a person whom rules ask. */
    private static final List<String> PEOPLE = List.of("employee", "counterpart");

    private final AskedMemory memory;
    private final PromptScheduler scheduler;
    private final RecipientLookup recipients;
    private final AggregateStore<Prompt> prompts;

    PollEffectsFactory(
            AskedMemory memory, PromptScheduler scheduler, RecipientLookup recipients, AggregateStore<Prompt> prompts) {
        this.memory = memory;
        this.scheduler = scheduler;
        this.recipients = recipients;
        this.prompts = prompts;
    }

    /** @param groups the groups that an event's rules will ask for */
    PollEffects begin(List<ReceivedEvent> events, Function<ReceivedEvent, List<AskedGroup>> groups) {
        PollEffects effects = new PollEffects(memory, scheduler, recipients);
        Map<Organisation, Set<String>> people = new HashMap<>();
        List<Key> asked = new ArrayList<>();
        for (ReceivedEvent event : events) {
            EventFields fields = new EventFields(event.data().orElseThrow());
            PEOPLE.stream()
                    .flatMap(field -> fields.text(field).stream())
                    .forEach(
                            person -> people.computeIfAbsent(event.meta().organisation(), none -> new LinkedHashSet<>())
                                    .add(person));
            groups.apply(event)
                    .forEach(group -> asked.add(AskedMemory.key(group.action(), group.name(), event.meta())));
        }
        people.forEach(effects::expectPeople);
        effects.expectGroups(asked);
        return effects;
    }

    /** Stores everything; returns the ids of the events of which something has to be done one by one. */
    Set<String> store(PollEffects effects) {
        return effects.store(prompts);
    }
}
