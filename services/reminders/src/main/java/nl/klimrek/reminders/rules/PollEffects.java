package nl.klimrek.reminders.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.eventing.aggregate.AggregateStep;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.reminders.prompt.Prompt;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedMemory.AskedGroup;
import nl.klimrek.reminders.rules.AskedPeople.Asked;
import nl.klimrek.reminders.timing.Recipient;
import nl.klimrek.reminders.timing.RecipientLookup;

/**
 * Effects of the rules upon the events of one poll. They are gathered in the order of the events, and stored together: first the
 * prompts, each with the markers of its events, then who was asked. A stop in between is made up for by the replay of the poll.
 */
final class PollEffects implements RuleEffects {

    private final AskedMemory memory;
    private final PromptScheduler scheduler;
    private final RecipientLookup recipients;
    private final Map<Key, Recipient> known = new HashMap<>();
    private final Map<Key, AskedPeople> asked = new HashMap<>();
    private final List<AggregateStep<AskedPeople>> changes = new ArrayList<>();
    private final List<AggregateStep<Prompt>> steps = new ArrayList<>();
    /** The event of each of {@link #steps}. */
    private final List<String> events = new ArrayList<>();

    PollEffects(AskedMemory memory, PromptScheduler scheduler, RecipientLookup recipients) {
        this.memory = memory;
        this.scheduler = scheduler;
        this.recipients = recipients;
    }

    /** Reads these people of an organisation together, because the rules will probably ask for them. */
    void expectPeople(Organisation organisation, Collection<String> people) {
        Set<String> unknown = new LinkedHashSet<>(people);
        unknown.removeIf(person -> known.containsKey(new Key(organisation, person)));
        recipients
                .findAll(organisation, unknown)
                .forEach((person, recipient) -> known.put(new Key(organisation, person), recipient));
    }

    /** Reads these groups together, because the rules will probably ask for them. */
    void expectGroups(Collection<Key> groups) {
        Set<Key> unknown = new LinkedHashSet<>(groups);
        unknown.removeAll(asked.keySet());
        if (!unknown.isEmpty()) {
            asked.putAll(memory.stored(unknown));
        }
    }

    @Override
    public Map<AskedGroup, List<Asked>> asked(Collection<AskedGroup> groups, EventMeta event) {
        expectGroups(groups.stream().map(group -> key(group, event)).toList());
        Map<AskedGroup, List<Asked>> found = new HashMap<>();
        groups.forEach(group -> {
            List<Asked> people =
                    Objects.requireNonNull(asked.get(key(group, event))).asked();
            if (!people.isEmpty()) {
                found.put(group, people);
            }
        });
        return found;
    }

    @Override
    public void remember(PromptAction action, String group, List<Asked> people, EventMeta event) {
        change(AskedMemory.remembering(action, group, people, event));
    }

    @Override
    public void forget(PromptAction action, String group, EventMeta event) {
        change(AskedMemory.forgetting(action, group, event));
    }

    private void change(AggregateStep<AskedPeople> change) {
        changes.add(change);
        expectGroups(List.of(change.key()));
        if (change.decider().apply(Optional.ofNullable(asked.get(change.key())))
                instanceof Decision.Accepted<AskedPeople> accepted) {
            asked.put(change.key(), accepted.state());
        }
    }

    @Override
    public void end(Collection<PromptNeed> taken, Collection<PromptNeed> obsolete, EventMeta event) {
        PromptScheduler.endings(taken, obsolete, event).forEach(step -> add(step, event));
    }

    @Override
    public void schedule(List<PromptRequest> requests, EventMeta event) {
        expectPeople(
                event.organisation(),
                requests.stream().map(request -> request.need().actor()).toList());
        requests.forEach(request -> add(
                scheduler.scheduling(
                        request,
                        Objects.requireNonNull(known.get(
                                new Key(event.organisation(), request.need().actor()))),
                        event),
                event));
    }

    private void add(AggregateStep<Prompt> step, EventMeta event) {
        steps.add(step);
        events.add(event.id());
    }

    /** Stores everything; returns the ids of the events of which something has to be done one by one. */
    Set<String> store(AggregateStore<Prompt> prompts) {
        Set<String> left = new HashSet<>();
        if (!steps.isEmpty()) {
            Set<Key> alone = prompts.handleTogether(steps);
            for (int i = 0; i < steps.size(); i++) {
                if (alone.contains(steps.get(i).key())) {
                    left.add(events.get(i));
                }
            }
        }
        memory.change(changes);
        return left;
    }

    private static Key key(AskedGroup group, EventMeta event) {
        return AskedMemory.key(group.action(), group.name(), event);
    }
}
