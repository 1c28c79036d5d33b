package nl.klimrek.reminders.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.Versioned;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedPeople.Asked;
import org.springframework.stereotype.Component;

/**
 * Remembers whom a rule asked. People are remembered before they are asked and forgotten after their prompts ended, so a stop
 * half-way is made up for by the replay.
 */
@Component
class AskedMemory {

    private final AggregateStore<AskedPeople> people;

    AskedMemory(AggregateStore<AskedPeople> people) {
        this.people = people;
    }

    void remember(PromptAction action, String group, List<Asked> asked, EventMeta meta) {
        people.handle(key(action, group, meta), MessageContext.event(meta).withoutMarker(), before -> {
            AskedPeople known = before.orElse(AskedPeople.NONE);
            AskedPeople next = known.with(asked);
            return next.equals(known) ? Decision.unchanged() : Decision.accept(next);
        });
    }

    List<Asked> find(PromptAction action, String group, EventMeta meta) {
        return people.find(key(action, group, meta))
                .map(Versioned::state)
                .orElse(AskedPeople.NONE)
                .asked();
    }

    void forget(PromptAction action, String group, EventMeta meta) {
        people.handle(
                key(action, group, meta),
                MessageContext.event(meta).withoutMarker(),
                before -> before.filter(known -> !known.asked().isEmpty())
                        .map(known -> Decision.accept(AskedPeople.NONE))
                        .orElseGet(Decision::unchanged));
    }

    private static Key key(PromptAction action, String group, EventMeta meta) {
        return Key.of(
                meta.organisation(),
                PromptNeed.code(action) + ":" + UUID.nameUUIDFromBytes(group.getBytes(StandardCharsets.UTF_8)));
    }
}
