package nl.klimrek.reminders.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.contracts.Topics;
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.lane.PreprocessedEvents;
import nl.klimrek.reminders.catalogue.PromptCatalogue;
import nl.klimrek.reminders.catalogue.PromptRule;
import nl.klimrek.reminders.prompt.PromptNeed;
import nl.klimrek.reminders.rules.AskedMemory.AskedGroup;
import nl.klimrek.reminders.rules.AskedPeople.Asked;
import org.springframework.stereotype.Component;

/**
 * Applies the rules of the catalogue to events: first the steps that were taken, then the prompts that became obsolete, then
 * the new ones. One event changes each prompt once.
 */
@Component
class CataloguePromptRules implements PromptRules {

    private final PromptCatalogue catalogue;
    private final EventCatalogue events;
    private final RuleAsking asking;
    private final RuleEnding ending;
    private final ImmediateEffects immediate;
    private final PollEffectsFactory polls;
    private final AggregateStore<CounterpartLeft> leavers;
    private final Map<Class<? extends Record>, String> names = new HashMap<>();
    private final PreprocessedEvents applied = new PreprocessedEvents();

    CataloguePromptRules(
            PromptCatalogue catalogue,
            EventCatalogue events,
            RuleAsking asking,
            RuleEnding ending,
            ImmediateEffects immediate,
            PollEffectsFactory polls,
            AggregateStore<CounterpartLeft> leavers) {
        this.catalogue = catalogue;
        this.events = events;
        this.asking = asking;
        this.ending = ending;
        this.immediate = immediate;
        this.polls = polls;
        this.leavers = leavers;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.preprocess(this::applyTogether).on(CounterpartParted.class, this::remember);
        for (String event : eventNames()) {
            events.classOf(PromptCatalogue.typeOf(event)).ifPresent(type -> {
                names.put(type, event);
                handlers.on(type, (data, meta) -> {
                    if (!applied.remove(meta.id())) {
                        apply(event, new EventFields(data), meta, immediate);
                    }
                });
            });
        }
    }

    /**
     * Applies events of a poll and stores their effects together. What depends on the manager of the moment or on a counterpart
     * who left is applied in its turn, and so are the later events with its key.
     */
    private void applyTogether(List<ReceivedEvent> poll) {
        applied.clear();
        List<ReceivedEvent> together = together(poll);
        if (together.isEmpty()) {
            return;
        }
        PollEffects effects = polls.begin(
                together,
                event -> ending.groups(
                        catalogue.all(),
                        name(event),
                        new EventFields(event.data().get())));
        together.forEach(
                event -> apply(name(event), new EventFields(event.data().get()), event.meta(), effects));
        Set<String> left = polls.store(effects);
        applied.add(together.stream()
                .map(event -> event.meta().id())
                .filter(id -> !left.contains(id))
                .toList());
    }

    private List<ReceivedEvent> together(List<ReceivedEvent> poll) {
        Set<Key> inTurn = new HashSet<>();
        return poll.stream()
                .filter(event -> event.data().isPresent())
                .filter(event -> {
                    Key key = Key.of(event.meta().organisation(), event.meta().partitionKey());
                    Class<? extends Record> type = event.data().get().getClass();
                    if (type == CounterpartParted.class
                            || names.containsKey(type) && dependsOnManager(names.get(type))) {
                        inTurn.add(key);
                    }
                    return names.containsKey(type) && !inTurn.contains(key);
                })
                .toList();
    }

    private boolean dependsOnManager(String event) {
        return Topics.PEOPLE.equals(events.topicOf(
                        events.classOf(PromptCatalogue.typeOf(event)).orElseThrow()))
                || catalogue.all().stream().filter(PromptRule::asksManagers).anyMatch(rule -> isAbout(rule, event));
    }

    private static boolean isAbout(PromptRule rule, String event) {
        return rule.asks().stream().anyMatch(ask -> ask.event().equals(event)) || ends(rule, event);
    }

    private static boolean ends(PromptRule rule, String event) {
        return Stream.concat(rule.done().stream(), rule.moot().stream())
                .anyMatch(end -> end.event().equals(event));
    }

    private String name(ReceivedEvent event) {
        return Objects.requireNonNull(names.get(event.data().get().getClass()));
    }

    private Set<String> eventNames() {
        Set<String> names = new LinkedHashSet<>();
        for (PromptRule rule : catalogue.all()) {
            rule.asks().forEach(ask -> names.add(ask.event()));
            Stream.concat(rule.done().stream(), rule.moot().stream()).forEach(end -> names.add(end.event()));
        }
        return names;
    }

    /** Keeps that the counterpart left, so that a later version of the report is not asked of them. */
    private void remember(CounterpartParted event, EventMeta meta) {
        leavers.handle(
                Key.of(meta.organisation(), event.conversation()),
                MessageContext.event(meta),
                before -> Decision.accept(new CounterpartLeft(event.counterpart())));
    }

    private void apply(String event, EventFields fields, EventMeta meta, RuleEffects effects) {
        Map<String, PromptNeed> taken = new LinkedHashMap<>();
        Map<String, PromptNeed> obsolete = new LinkedHashMap<>();
        Map<AskedGroup, List<Asked>> asked = effects.asked(ending.groups(catalogue.all(), event, fields), meta);
        for (PromptRule rule : catalogue.all()) {
            rule.done().stream()
                    .filter(end -> end.event().equals(event))
                    .forEach(end -> ending.needs(rule, end, fields, meta, asked)
                            .forEach(need -> taken.putIfAbsent(need.promptId(), need)));
            rule.moot().stream()
                    .filter(end -> end.event().equals(event))
                    .forEach(end -> ending.needs(rule, end, fields, meta, asked)
                            .forEach(need -> obsolete.putIfAbsent(need.promptId(), need)));
        }
        taken.keySet().forEach(obsolete::remove);
        effects.end(taken.values(), obsolete.values(), meta);
        for (PromptRule rule : catalogue.all()) {
            if (ends(rule, event)) {
                ending.forget(rule, event, fields, meta, asked, effects);
            }
            rule.asks().stream()
                    .filter(ask -> ask.event().equals(event))
                    .forEach(ask -> asking.ask(rule, ask, fields, meta, effects));
        }
    }
}
