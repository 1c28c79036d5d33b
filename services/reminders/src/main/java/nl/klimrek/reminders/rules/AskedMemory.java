package nl.klimrek.reminders.rules;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStep;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedPeople.Asked;
import org.springframework.stereotype.Component;

/**
 * Remembers whom a rule asked. People are forgotten after their prompts ended, and each change can be made again, so a stop
 * half-way is made up for by the replay.
 */
@Component
class AskedMemory {

    private final AggregateStore<AskedPeople> people;

    AskedMemory(AggregateStore<AskedPeople> people) {
        this.people = people;
    }

    /** The people who were asked in each of these groups, which are read together; without groups of which nobody was. */
    Map<AskedGroup, List<Asked>> findAll(Collection<AskedGroup> groups, EventMeta meta) {
        Map<Key, AskedGroup> byKey = new LinkedHashMap<>();
        groups.forEach(group -> byKey.put(key(group.action(), group.name(), meta), group));
        Map<AskedGroup, List<Asked>> asked = new HashMap<>();
        if (!byKey.isEmpty()) {
            people.findAllByKey(List.copyOf(byKey.keySet())).forEach((key, found) -> {
                if (!found.state().asked().isEmpty()) {
                    asked.put(
                            Objects.requireNonNull(byKey.get(key)),
                            found.state().asked());
                }
            });
        }
        return asked;
    }

    /**
     * Those who are asked together.
     *
     * @param name id of what they are asked about, or of what a rule remembers them by
     */
    record AskedGroup(PromptAction action, String name) {}

    /** Changes these groups one after another; they are read and written together. */
    void change(List<AggregateStep<AskedPeople>> changes) {
        people.handleAll(changes);
    }

    /** What is stored of these groups. */
    Map<Key, AskedPeople> stored(Collection<Key> groups) {
        Map<Key, AskedPeople> stored = new HashMap<>();
        groups.forEach(group -> stored.put(group, AskedPeople.NONE));
        people.findAllByKey(List.copyOf(groups)).forEach((key, found) -> stored.put(key, found.state()));
        return stored;
    }

    static AggregateStep<AskedPeople> remembering(
            PromptAction action, String group, List<Asked> asked, EventMeta meta) {
        return new AggregateStep<>(
                key(action, group, meta), MessageContext.event(meta).withoutMarker(), before -> {
                    AskedPeople known = before.orElse(AskedPeople.NONE);
                    AskedPeople next = known.with(asked);
                    return next.equals(known) ? Decision.unchanged() : Decision.accept(next);
                });
    }

    static AggregateStep<AskedPeople> forgetting(PromptAction action, String group, EventMeta meta) {
        return new AggregateStep<>(
                key(action, group, meta),
                MessageContext.event(meta).withoutMarker(),
                before -> before.filter(known -> !known.asked().isEmpty())
                        .map(known -> Decision.accept(AskedPeople.NONE))
                        .orElseGet(Decision::unchanged));
    }

    static Key key(PromptAction action, String group, EventMeta meta) {
        return Key.of(
                meta.organisation(),
                PromptNeed.code(action) + ":" + UUID.nameUUIDFromBytes(group.getBytes(StandardCharsets.UTF_8)));
    }
}
