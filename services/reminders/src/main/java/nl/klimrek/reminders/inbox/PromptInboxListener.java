package nl.klimrek.reminders.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import nl.klimrek.contracts.reminders.PromptActed;
import nl.klimrek.contracts.reminders.PromptCancelled;
import nl.klimrek.contracts.reminders.PromptRestored;
import nl.klimrek.contracts.reminders.PromptScheduled;
import nl.klimrek.contracts.reminders.PromptSent;
import nl.klimrek.contracts.reminders.PromptSnoozed;
import nl.klimrek.contracts.reminders.PromptSuppressed;
import nl.klimrek.eventing.Decision;
import nl.klimrek.eventing.EventMeta;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.MessageContext;
import nl.klimrek.eventing.aggregate.AggregateStore;
import nl.klimrek.eventing.cloudevent.ReceivedEvent;
import nl.klimrek.eventing.inbox.EventHandlers;
import nl.klimrek.eventing.lane.PreprocessedEvents;
import org.springframework.stereotype.Component;

/**
 * Keeps each person's inbox up to date from this service's own events. The prompt itself decides whether it is still open.
 * Adding and removing are idempotent, so no markers are kept. The inboxes that a poll concerns are read together, and each is
 * written at most once.
 */
@Component
public class PromptInboxListener {

    private static final MessageContext FOLLOWING = MessageContext.system("inbox");

    private static final Set<Class<? extends Record>> TYPES = Set.of(
            PromptSent.class,
            PromptRestored.class,
            PromptScheduled.class,
            PromptActed.class,
            PromptCancelled.class,
            PromptSnoozed.class,
            PromptSuppressed.class);

    private final AggregateStore<PromptInbox> inboxes;
    private final PreprocessedEvents applied = new PreprocessedEvents();

    PromptInboxListener(AggregateStore<PromptInbox> inboxes) {
        this.inboxes = inboxes;
    }

    /** Adds the handlers that keep the inboxes up to date. */
    public void register(EventHandlers handlers) {
        handlers.preprocess(this::applyAll);
        TYPES.forEach(type -> handlers.on(type, (data, event) -> {
            if (!applied.remove(event.id())) {
                change(data).ifPresent(change -> apply(Map.of(key(event, change), List.of(change))));
            }
        }));
    }

    private void applyAll(List<ReceivedEvent> events) {
        applied.clear();
        Map<Key, List<Change>> changes = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        for (ReceivedEvent event : events) {
            event.data().flatMap(PromptInboxListener::change).ifPresent(change -> {
                changes.computeIfAbsent(key(event.meta(), change), none -> new ArrayList<>())
                        .add(change);
                ids.add(event.meta().id());
            });
        }
        if (!changes.isEmpty()) {
            apply(changes);
            applied.add(ids);
        }
    }

    private void apply(Map<Key, List<Change>> changes) {
        Map<Key, Function<Optional<PromptInbox>, Decision<PromptInbox>>> deciders = new LinkedHashMap<>();
        changes.forEach((key, all) -> deciders.put(key, known -> {
            PromptInbox before = known.orElse(PromptInbox.EMPTY);
            PromptInbox after = before;
            for (Change change : all) {
                after = change.step().apply(after);
            }
            return after.equals(before) ? Decision.unchanged() : Decision.accept(after);
        }));
        inboxes.handleAll(FOLLOWING, deciders);
    }

    private static Optional<Change> change(Record data) {
        if (data instanceof PromptSent sent) {
            return Change.of(sent.actor(), inbox -> inbox.with(sent.prompt()));
        }
        if (data instanceof PromptRestored restored) {
            return Change.of(restored.actor(), inbox -> inbox.with(restored.prompt()));
        }
        if (data instanceof PromptScheduled scheduled) {
            return Change.of(scheduled.actor(), inbox -> inbox.scheduled(scheduled.prompt(), scheduled.dueAt()));
        }
        if (data instanceof PromptSnoozed snoozed) {
            return Change.of(snoozed.actor(), inbox -> inbox.snoozed(snoozed.prompt(), snoozed.until()));
        }
        if (data instanceof PromptActed acted) {
            return Change.of(acted.actor(), inbox -> inbox.without(acted.prompt()));
        }
        if (data instanceof PromptCancelled cancelled) {
            return Change.of(cancelled.actor(), inbox -> inbox.without(cancelled.prompt()));
        }
        return data instanceof PromptSuppressed suppressed
                ? Change.of(suppressed.actor(), inbox -> inbox.without(suppressed.prompt()))
                : Optional.empty();
    }

    private static Key key(EventMeta event, Change change) {
        return Key.of(event.organisation(), change.person());
    }

    /** What an event changes in a person's inbox. */
    private record Change(String person, UnaryOperator<PromptInbox> step) {

        static Optional<Change> of(String person, UnaryOperator<PromptInbox> step) {
            return Optional.of(new Change(person, step));
        }
    }
}
