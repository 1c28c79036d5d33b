package nl.klimrek.reminders.rules;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.CounterpartParted;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventCatalogue;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.inbox.EventHandlers;
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
    private final PromptScheduler scheduler;
    private final AggregateStore<CounterpartLeft> leavers;

    CataloguePromptRules(
            PromptCatalogue catalogue,
            EventCatalogue events,
            RuleAsking asking,
            RuleEnding ending,
            PromptScheduler scheduler,
            AggregateStore<CounterpartLeft> leavers) {
        this.catalogue = catalogue;
        this.events = events;
        this.asking = asking;
        this.ending = ending;
        this.scheduler = scheduler;
        this.leavers = leavers;
    }

    @Override
    public void register(EventHandlers handlers) {
        handlers.on(CounterpartParted.class, this::remember);
        for (String event : eventNames()) {
            events.classOf(PromptCatalogue.typeOf(event))
                    .ifPresent(type -> handlers.on(type, (data, meta) -> apply(event, new EventFields(data), meta)));
        }
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

    private void apply(String event, EventFields fields, EventMeta meta) {
        Map<String, PromptNeed> taken = new LinkedHashMap<>();
        Map<String, PromptNeed> obsolete = new LinkedHashMap<>();
        Map<AskedGroup, List<Asked>> asked = ending.asked(catalogue.all(), event, fields, meta);
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
        scheduler.end(taken.values(), obsolete.values(), meta);
        for (PromptRule rule : catalogue.all()) {
            if (Stream.concat(rule.done().stream(), rule.moot().stream())
                    .anyMatch(end -> end.event().equals(event))) {
                ending.forget(rule, event, fields, meta, asked);
            }
            rule.asks().stream()
                    .filter(ask -> ask.event().equals(event))
                    .forEach(ask -> asking.ask(rule, ask, fields, meta));
        }
    }
}
